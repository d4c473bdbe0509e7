"""Budgets and their results as tables: plain ones, and DataFrames for analysts.

Nothing is imported here, so that who wants plain tables does not wait for pandas.
"""
