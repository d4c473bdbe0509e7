"""One function: which device is cheaper to keep a student supplied?  For analysts.

A $540 Chromebook serves four years, a $900 laptop six; money costs 3 % a year.
"""

from xlbudget import finance

chromebook = finance.equivalent_annual_cost(540, 0.03, 4)
laptop = finance.equivalent_annual_cost(900, 0.03, 6)

print(f"Chromebook, four years: {chromebook:.2f} dollars a year")
print(f"Laptop, six years:      {laptop:.2f} dollars a year")
