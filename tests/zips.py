"""Zip files as people and attackers make them."""

import warnings
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

WHEN = (2026, 3, 2, 8, 30, 0)


def zipped(members, *, compression=ZIP_DEFLATED):
    """Return the bytes of a zip file; a member is a name or a ZipInfo, and its bytes."""
    room = BytesIO()
    with warnings.catch_warnings(), ZipFile(room, "w", compression) as archive:
        warnings.simplefilter("ignore")  # a name that stands twice
        for name, data in members:
            info = name if isinstance(name, ZipInfo) else ZipInfo(name, WHEN)
            info.compress_type = compression
            archive.writestr(info, data)
    return room.getvalue()


def workbook(mark):
    """Return bytes that have a workbook's parts, with a mark that makes them unlike others."""
    return zipped([("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", mark.encode())])
