"""Files that no school means to send: each is refused in words, within bounds."""

import io
import zipfile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def parts(data):
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(held):
    """A package of some parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in held.items():
            package.writestr(name, part)
    return data.getvalue()


def sheet_of(held):
    """The name of the part of the first sheet."""
    return min(name for name in held if name.startswith("xl/worksheets/sheet"))


def truncated(data):
    return data[: len(data) // 2]


def encrypted(_data):
    return OLE


def empty(_data):
    return b""


def words(_data):
    return b"Dear office, our budget is as last year."


def bomb(data):
    held = parts(data)
    return packed(held | {sheet_of(held): b"<worksheet>" + b" " * 150_000_000 + b"</worksheet>"})


def entities(data):
    held = parts(data)
    name = sheet_of(held)
    head, mark, rest = held[name].partition(b"<worksheet")
    return packed(held | {name: head + ENTITIES + mark + rest})


def torn(data):
    held = parts(data)
    name = sheet_of(held)
    return packed(held | {name: held[name][: len(held[name]) // 2]})


def no_workbook_part(data):
    return packed({name: part for name, part in parts(data).items() if name != "xl/workbook.xml"})


def macros(data):
    held = parts(data)
    rels = held["xl/_rels/workbook.xml.rels"].decode()
    space = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    link = f'<Relationship Id="rIdM" Type="{space}" Target="vbaProject.bin"/></Relationships>'
    types = held["[Content_Types].xml"].decode()
    kind = "application/vnd.ms-office.vbaProject"
    own = f'<Override PartName="/xl/vbaProject.bin" ContentType="{kind}"/></Types>'
    return packed(
        held
        | {
            "xl/_rels/workbook.xml.rels": rels.replace("</Relationships>", link).encode(),
            "[Content_Types].xml": types.replace("</Types>", own).encode(),
            "xl/vbaProject.bin": OLE,
        }
    )


HOSTILE = (*(truncated, encrypted, empty, words, bomb, entities, torn, no_workbook_part, macros),)
