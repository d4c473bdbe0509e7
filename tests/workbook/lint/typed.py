"""Faults that a person types into a workbook of ours, by table, row and column, or on Scratch."""

TYPED = (  # table, row, column, content, and the rules that it breaks
    ("LineItems", 0, "Unit setup", "10", ("I08",)),
    ("LineItems", 0, "Justification", "we need it", ("I10",)),
    ("LineItems", 1, "Line", "l1", ("I09",)),
    ("LineItems", 1, "Description", "@SUM(A1)", ("I12",)),
    ("LineItems", 2, "Description", "no id", ()),
    ("LineItems", 2, "Line", " ", ("I09",)),
    ("LineItems", 2, "Unit price", -10, ("I11",)),
    ("LineItems", 3, "Spare share", "=0.03+$EZ$1*0.07", ("F03", "I02")),
    ("LineItems", 3, "Payment 1", "=YEAR(TODAY())*0", ("F07", "I02")),
    ("LineItems", 6, "Year 2", 12_345, ("F02",)),
    ("LineItems", 12, "Year 3", "=2+3", ("F01",)),
    ("Schools", 0, "Enrollment 2", -5, ("I11",)),
    ("Practices", 0, "Cost per student", 123_456_789_012_345, ("L11",)),
    ("Assumptions", 3, "Source", None, ("I01",)),
    ("Goals", 1, "Goal", 7, ("I08",)),
    ("Checks", 0, "Value", 0, ("C04",)),
    ("Checks", 1, "Value", "=E16-E16", ("C04",)),
    ("Checks", 2, "Kind", "hope", ("C01",)),
)
FORMULAS = {  # on Scratch
    "A8": ("=B8*1.05", ("F03",)),
    "A10": ("=IF(B8>0,IF(B9>0,IF(B10>0,1,0),0),0)", ("F06", "F04")),
    "A12": ("=SUM(OFFSET(B8,0,0,1,4))", ("F07",)),
    "A14": ("=NPV(B9,B8:E8)", ("F08",)),
    "A16": ("=CHOOSE(1+B8,C8,D8)", ("F09",)),
    "A18": ("=XLOOKUP(B8,B8:E8,B9:E9)", ("F10",)),
    "A20": ("=SUM(G:G)", ("F14",)),
    "A22": ("=1/B8", ("F15",)),
    "A24": ("=IFERROR(B8/C8,0)", ("F16",)),
    "A26": ("=ROUND(SUM(B8:E8),-3)", ("F17",)),
    "A28": ("=Summary!A6-Goals!A6", ("F18",)),
    "A30": ("=B8+C8+D8+E8+B9+C9+D9+E9", ("F04",)),
    "A32": ("=MAX($B$8:$E$8)", ()),
    "A34": ("=MAX($B$8:$E$8)", ("F12",)),
}
FOLLOWED = {  # rules and sheets that speak because of what was typed
    ("S12", "Line items"),
    ("S12", "Checks"),
    ("C03", "Checks"),
    ("F15", "Scratch"),  # a function that this LibreOffice does not know by that name
    ("C05", "Checks"),
}


def type_into(live):
    """Type the faults into a workbook that is open; return them: rule, sheet, cell."""
    expected = set()
    for table, row, column, content, codes in TYPED:
        sheet, cell = live.address(table, row, column)
        live.office.set(live.handle, sheet, cell, content)
        expected |= {(code, sheet, cell) for code in codes}
    for cell, (formula, codes) in FORMULAS.items():
        live.office.set(live.handle, "Scratch", cell, formula)
        expected |= {(code, "Scratch", cell) for code in codes}
    return expected
