"""Two files of other systems, small and as they look: Texas actuals, and a list of devices."""

from xlsxwriter import Workbook

# Account codes as Texas districts write them: fund, function, object, sub-object, organization,
# fiscal year, program intent.
ACTUALS = """\
Elm Valley ISD
Expenditures through 2026-08-31

Account Code,Account Description,Org,Actual Amount
199-11-6399-00-001-6-11,Reading software,001,"3,750.00"
199-53-6249-00-999-6-99,Network repair,999,"12,400.50"
199-53-6399-00-002-6-99,=SUM(A1),002,($250.25)
199-11-6649-00-041-6-11,Chromebook carts,041,"48,000.00"
199-11-6411-00-041-6-11,Travel,041,800.00
Total fund 199,,,"64,700.25"
"""
ACTUALS_MAPPING = """\
table = "line_items"
delimiter = ","
header_row = 4

[columns]
line_id = "Account Code"
description = "Account Description"
school_id = "Org"
unit_price = "Actual Amount"
prior_amount = "Actual Amount"
function = { column = "Account Code", separator = "-", part = 2 }
object = { column = "Account Code", separator = "-", part = 3 }
category = { column = "Account Code", separator = "-", part = 3 }

[constants]
cost_type = "annual"
quantity = 1
need = "recurring"
status = "proposed"
first_fiscal_year = 2027

[codes.category]
default = "ask"

[codes.category.values]
"6249" = "external services"
"6399" = "software subscriptions"
"6649" = "device hardware"

[codes.school_id]
default = "ask"
values = { "001" = "001", "002" = "002", "041" = "041", "999" = "" }

[skip]
"Account Code" = ["Total*"]
"""
WITHOUT_TRAVEL = "".join(line for line in ACTUALS.splitlines(keepends=True) if "Travel" not in line)
DEVICES = (
    ("Tag", "Model", "Building", "Bought in", "Qty", "Price", "Delivered", "Total"),
    ("00017", "Chromebook 11 G9", 7, 2027, 120, 289.9, 46000, "=E2*F2"),
    ("00018", "Projector", 12, 2028, 3, 640.1 + 0.2, 46001, "=E3*F3"),
)
DEVICES_MAPPING = """\
table = "line_items"
sheet = "Devices"

[columns]
line_id = "Tag"
description = "Model"
school_id = "Building"
first_fiscal_year = "Bought in"
quantity = "Qty"
unit_price = "Price"
notes = "Delivered"

[constants]
cost_type = "purchase"
category = "device hardware"
need = "recurring"
status = "proposed"
service_life = 5
refresh = true

[codes.school_id]
default = "ask"
values = { 7 = "S07", 12 = "S12" }
"""


def write_devices(path, *, faulty=False):
    """Write the list of devices as a workbook, its second sheet; faulty ones with odd cells."""
    with Workbook(path) as book:
        book.add_worksheet("Notes").write("A1", "Ask the help desk")
        sheet = book.add_worksheet("Devices")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, DEVICES[0])
        for number, row in enumerate(DEVICES[1:], start=1):
            sheet.write_string(number, 0, row[0])
            sheet.write_row(number, 1, row[1:6])
            sheet.write_number(number, 6, row[6], day)
            sheet.write_formula(number, 7, row[7], None, row[4] * row[5])
        if faulty:
            sheet.write_formula("F2", "=1/0", None, "#DIV/0!")
            sheet.write_string("D3", "last year")
    return path
