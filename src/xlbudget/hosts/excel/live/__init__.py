"""Actions in the open workbook: Excel is read as a copy of the file, and written in blocks."""
