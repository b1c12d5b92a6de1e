"""Damaged document numbers: which years and serials a run of digits may have been, and no guess among several.

Web editors eat brackets (国办发〔201747号) and digits (〔205〕15号). A year has four digits (GB/T 9704-2012, 7.2.5), so
a run that lost its closing bracket splits after the fourth; a year that lost a digit has as many readings as fit.
"""

FIRST_YEAR = 1949  # no document number of the People's Republic is older


def split_digits(digits: str, latest: int) -> tuple[int, int] | None:
    """Year and serial of a run of digits that lost what stood between them; None where the first four are no year.

    `latest` is the last year that is possible, the report's year + 1.

    >>> split_digits("201747", 2018), split_digits("2016008", 2018), split_digits("20218", 2018)
    ((2017, 47), (2016, 8), None)
    """
    if not 5 <= len(digits) <= 8:
        return None
    year, serial = int(digits[:4]), int(digits[4:])
    return (year, serial) if FIRST_YEAR <= year <= latest and serial else None


def year_readings(digits: str, latest: int) -> tuple[int, ...]:
    """The years that two digits (〔96〕), three or five may have been: those that lack none of them, or one of five.

    >>> year_readings("205", 2018), year_readings("96", 2018), year_readings("207", 2018)
    ((2005, 2015), (1996,), (2007, 2017))
    >>> year_readings("20116", 2018), year_readings("20166", 2018)
    ((2011, 2016), (2016,))
    """
    if len(digits) == 2:
        years = {1900 + int(digits), 2000 + int(digits)}
    elif len(digits) == 5:
        years = {int(digits[:at] + digits[at + 1 :]) for at in range(5)}
    else:
        years = {int(digits[:at] + new + digits[at:]) for at in range(len(digits) + 1) for new in "0123456789"}
    return tuple(sorted(year for year in years if FIRST_YEAR <= year <= latest))


def readings(year: str, serial: str, latest: int) -> tuple[tuple[int, int], ...]:
    """All (year, serial) that a damaged year in brackets and the digits behind it may have been, in order.

    >>> readings("205", "15", 2018)
    ((2005, 15), (2015, 15))
    >>> (2017, 47) in readings("201", "747", 2018)  # or the bracket moved
    True
    """
    found = {(reading, int(serial)) for reading in year_readings(year, latest)}
    moved = split_digits(year + serial, latest) if len(year) == 3 else None
    return tuple(sorted(found | ({moved} if moved else set())))
