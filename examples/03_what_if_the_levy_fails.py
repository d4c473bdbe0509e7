"""Scenarios side by side, and the lines behind the cliff, as tables.  For analysts."""

import xlbudget

budget = xlbudget.load(xlbudget.sample_folder())
analysis = xlbudget.analyze(budget)

for result in analysis.scenarios.results:
    short = sum(amount for amount in result.funding.secured.unfunded)
    print(f"{result.scenario.name:20} costs {result.total:14,.2f}, unfunded {short:13,.2f}")

print(f"\nMoney runs out in FY{analysis.funding.cliff_year}:")
for part in analysis.funding.cliff_parts:
    print(f"  {part.line_id}  {part.amount:10,.2f}  paid until then by {part.source_id}")

lines = xlbudget.to_frame(budget, "lines")
print(f"\n{len(lines)} lines; {lines['goal_1'].eq('').sum()} without a goal")
