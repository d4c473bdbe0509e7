"""A template with what people put into theirs, much of which no library carries over."""

import struct
import zipfile
import zlib

import xlsxwriter

INPUTS = "Input & plan"
RESULTS = "Results"
CUSTOM = "customXml/item1.xml"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINES = (("Chromebooks", 120, 365.5), ("Carts", 4, 1_299), ("Licenses", 120, 38.25))
FIRST, LAST = 6, 15
COUNT = LAST - FIRST + 1


def results(lines):
    """What the formulas of the template give for lines of item, quantity and price."""
    costs = [quantity * price for _, quantity, price in lines]
    costs += [0.0] * (COUNT - len(costs))
    names = sorted(item for item, _, _ in lines)
    rows = {(INPUTS, f"D{FIRST + i}"): cost for i, cost in enumerate(costs)}
    most = max(lines, key=lambda line: line[1] * line[2])[0]
    return rows | {
        (RESULTS, "B2"): sum(costs),
        (RESULTS, "B3"): most,
        (RESULTS, "B4"): sum(costs) > 40_000,
        **{(RESULTS, f"D{2 + i}"): names[i] if i < len(names) else None for i in range(len(names))},
    }


def inputs(lines, school="Oak & Elm"):
    """The cells that people fill in, for a school and its lines."""
    cells = {(INPUTS, "B2"): school}
    for i in range(COUNT):
        line = lines[i] if i < len(lines) else (None, None, None)
        cells |= {
            (INPUTS, f"{letter}{FIRST + i}"): v for letter, v in zip("ABC", line, strict=True)
        }
    return cells


def rich_template(path, school="Hidden Valley"):
    """Write the template with its first lines, and return its path."""
    found = results(LINES)
    plain = path.with_name("plain.xlsx")
    with xlsxwriter.Workbook(plain) as out:
        money = out.add_format({"num_format": "$#,##0.00", "bg_color": "#FFF2CC", "locked": False})
        data = out.add_worksheet(INPUTS)
        data.set_column("C:C", 12, money)
        data.write_rich_string("A1", out.add_format({"bold": True}), "Fill in ", "the yellow cells")
        data.write_row("A2", ["School", school])
        data.write("A3", "Ready")
        data.insert_checkbox("B3", False)
        columns = [{"header": header} for header in ("Item", "Quantity", "Price")]
        columns.append({"header": "Cost", "formula": "=[@Quantity]*[@Price]"})
        data.add_table(f"A{FIRST - 1}:D{LAST}", {"name": "Lines", "columns": columns})
        for i, line in enumerate(LINES):
            data.write_row(FIRST - 1 + i, 0, line)
        for i in range(COUNT):
            ref = f"D{FIRST + i}"
            data.write_formula(
                ref, "=Lines[[#This Row],[Quantity]]*Lines[[#This Row],[Price]]", money,
                found[INPUTS, ref],
            )  # fmt: skip
        data.data_validation("B6:B15", {"validate": "integer", "criteria": ">=", "value": 0})
        data.conditional_format(f"D{FIRST}:D{LAST}", {"type": "data_bar", "data_bar_2010": True})
        data.add_sparkline("E6", {"range": f"'{INPUTS}'!B6:D6"})
        data.insert_textbox("G2", "Ask the tech office", {"description": "Whom to ask"})
        data.insert_button("G8", {"caption": "Next", "macro": "GoOn"})
        data.unprotect_range("A6:C15", "School lines")
        data.protect("", {"format_columns": True})
        data.repeat_rows(4)
        data.set_footer("&LPlan&RPage &P")
        more = out.add_worksheet(RESULTS)
        more.write_column("A2", ["Total", "Most", "Large"])
        more.write_formula("B2", "=SUM(Lines[Cost])", money, found[RESULTS, "B2"])
        more.write_formula(
            "B3", "=INDEX(Lines[Item],MATCH(MAX(Lines[Cost]),Lines[Cost],0))", None,
            found[RESULTS, "B3"],
        )  # fmt: skip
        more.write_formula("B4", "=B2>40000", None, True)
        more.write_dynamic_array_formula(
            "D2:D4", "=SORT(Lines[Item])".replace("Lines[Item]", f"'{INPUTS}'!A6:A8"), None,
            found[RESULTS, "D2"],
        )  # fmt: skip
        for i in (3, 4):
            more.write_string(f"D{i}", found[RESULTS, f"D{i}"])
        chart = out.add_chart({"type": "column"})
        chart.add_series({"values": f"='{INPUTS}'!$D$6:$D$15", "name": "Cost"})
        more.insert_chart("F2", chart, {"description": "What each line costs"})
        picture = path.with_name("logo.png")
        picture.write_bytes(_png())
        more.insert_image("F20", picture, {"description": "The district's logo"})
        out.add_worksheet("Untouched").write("A1", "Stays")
        out.define_name("Total", f"={RESULTS}!$B$2")
    return _with_custom_xml(plain, path)


def _with_custom_xml(source, path):
    """Add custom XML as programs of districts do; mixed ways of packing, as other zips have."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "xl/_rels/workbook.xml.rels":
                link = f'<Relationship Id="rIdX" Type="{_LINKS}/customXml" Target="../{CUSTOM}"/>'
                data = data.replace(b"</Relationships>", f"{link}</Relationships>".encode())
            packed = zipfile.ZIP_STORED if "theme" in info.filename else zipfile.ZIP_DEFLATED
            new.writestr(info.filename, data, packed, compresslevel=9)
        new.writestr(CUSTOM, '<plan xmlns="urn:district"><id>7</id></plan>', zipfile.ZIP_DEFLATED)
    return path


def _png():
    def chunk(kind, data):
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">2I5B", 4, 4, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x20\x60\xa0" * 4 for _ in range(4)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
