"""Square brackets in a formula: a column of a table, or another file."""

BRACKETS = r"\[(?:[^][']|'.|\[(?:[^][']|'.)*+\])*+\]"
"""The pattern of what stands between square brackets: they may nest once, and a quote escapes."""
