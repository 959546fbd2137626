"""Days as the letters write them: `21 and 22 September 2022`, `31 July and 1 August 2019`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 (reads as it is)
)
_DAY = r"(?:the )?(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?"
_MONTH = rf"(?P<month{{0}}>{'|'.join(_MONTHS)}|{'|'.join(month[:3] for month in _MONTHS)})\b\.?,?"
_YEAR = r"(?P<year{0}>\d{{4}})"
_ONE = re.compile(f"{_DAY.format(1)} {_MONTH.format(1)} {_YEAR.format(1)}", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ", re.IGNORECASE)
_SPAN = re.compile(
    rf"{_DAY.format(1)}(?: {_MONTH.format(1)})?(?: {_YEAR.format(1)})?"
    rf"(?:,? (?:\d{{1,2}}|and|to)\b,?)*?,? ?(?:and|to|[-–—]|&) ?"
    rf"{_DAY.format(2)} {_MONTH.format(2)}(?: {_YEAR.format(2)})?",
    re.IGNORECASE,
)
_SINGLE = re.compile(f"{_DAY.format(1)} {_MONTH.format(1)}(?: {_YEAR.format(1)})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Days:
    """From a first day to a last, as written, even where that cannot be right."""

    first: date
    last: date
    written: str
    """The letter's words for them."""
    year_given: bool = True
    """Whether the letter gives the year, which otherwise is that of its own date."""


def day_alone(text: str) -> date | None:
    """Return the day if `text` is one and nothing else, such as a letter's date."""
    match = _ONE.fullmatch(_WEEKDAY.sub("", text.strip(" .,")))
    return _day(match["day1"], match["month1"], int(match["year1"])) if match else None


def days_in(text: str, written_on: date | None) -> Days | None:
    """Return the first days that `text` names, taking a missing year from `written_on`."""
    text = _WEEKDAY.sub("", text)
    match = _SPAN.search(text)
    single = _SINGLE.search(text)
    if match and (not single or match.start() <= single.start()):
        return _span(match, written_on)
    if not single:
        return None
    year = _year(single["year1"], single["month1"], written_on)
    day = _day(single["day1"], single["month1"], year) if year else None
    return Days(day, day, single[0], year_given=bool(single["year1"])) if day else None


def _span(match: re.Match[str], written_on: date | None) -> Days | None:
    year = _year(match["year2"], match["month2"], written_on)
    if year is None:
        return None
    last = _day(match["day2"], match["month2"], year)
    month = match["month1"] or match["month2"]
    first_year = int(match["year1"]) if match["year1"] else year
    first = _day(match["day1"], month, first_year)
    if first and last and first > last and not match["year1"]:
        first = _day(match["day1"], month, first_year - 1)
    if not first or not last:
        return None
    return Days(first, last, match[0], year_given=bool(match["year2"]))


def _year(given: str | None, month: str, written_on: date | None) -> int | None:
    """Return the year given, or the last one in which that month came before the letter's date."""
    if given:
        return int(given)
    if written_on is None:
        return None
    return written_on.year - (_month(month) > written_on.month)


def _month(name: str) -> int:
    return next(
        number for number, month in enumerate(_MONTHS, start=1) if month[:3].lower() == name[:3].lower()
    )


def _day(day: str, month: str, year: int) -> date | None:
    try:
        return date(year, _month(month), int(day))
    except ValueError:
        return None
