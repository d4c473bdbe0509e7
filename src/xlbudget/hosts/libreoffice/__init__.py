"""The functions in LibreOffice's cells: an extension, made from the catalogue."""
