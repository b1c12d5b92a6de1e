"""Characters and their places: the matching view with its way back, numerals, dates."""
