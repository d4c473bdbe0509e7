"""Actions: what a person can do to a workbook with one press, planned as plain data."""
