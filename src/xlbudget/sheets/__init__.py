"""What each sheet contains, as data: one sheet, one file."""
