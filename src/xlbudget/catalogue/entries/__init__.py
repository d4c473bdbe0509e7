"""What the catalogue offers, one file for each family of functions."""
