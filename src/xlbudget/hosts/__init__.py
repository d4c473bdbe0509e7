"""Thin shells through which people reach a budget: the command line, and Python itself."""
