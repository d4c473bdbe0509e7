"""Budgets and their results as tables, and the questions of ``finance`` for many rows at once.

``frame`` makes DataFrames.  ``present_values``, ``internal_rates`` and ``fleets`` answer for many
plans or lines in one call, ``financing`` splits lease payments, and ``simulated_worth`` draws a
plan's ``drivers`` a million times.

Nothing is imported here, so that who wants plain tables does not wait for pandas or numpy.
"""
