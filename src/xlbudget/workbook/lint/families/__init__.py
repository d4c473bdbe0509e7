"""The families of rules that workbooks are judged by: one file for each."""
