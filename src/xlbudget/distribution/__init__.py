"""Out to the schools and home again: what a central office issues, collects and consolidates."""
