"""The functions in Excel on Windows: the add-in, its bridge to Python, and its installation."""
