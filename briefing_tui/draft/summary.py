"""The line that stands for a passage until a person writes a better one: its first clause."""

from __future__ import annotations

import re

LONGEST = 90
"""Characters that the format allows a summary."""

_ENDS = re.compile(r"(?=[,;:] | [–—] | (?:although|but|which|while|so that|where|because) )")
_LEADS_IN = re.compile(
    r"(?:While|Whilst|Although|Though|Despite|When|Where|If|As|Since|Once|After|Before|Following|For|In|With|Through|"
    r"To|By|On|At|Because|Having|Working|However)\b"
)
"""How a clause begins that says little, or the opposite, without the one that follows it."""

_SHORTEST = 35
"""Characters: a clause that is shorter says too little."""

_MORE = " …"


def first_clause(text: str) -> str:
    """Return `text` if it is short, else its first sentence or its first clause, in its own words.

    A clause that only leads in, such as "While this is so", takes the next one with it.

    At most 90 characters; ends with an ellipsis where the text goes on.
    """
    room = LONGEST - len(_MORE)
    sentence = re.split(r"(?<=[.?!]) (?=[A-Z‘“'\"])", text)[0]
    if len(text) <= LONGEST:
        return text
    if sentence != text and len(sentence) <= room:
        return sentence + _MORE
    text = sentence
    every = [match.start() for match in _ENDS.finditer(text)]
    if _LEADS_IN.match(text):
        every = every[1:]
    ends = [end for end in every if _SHORTEST <= end <= room]
    cut = ends[0] if ends else text[: room + 1].rfind(" ")
    return (text[:cut] if cut > 0 else text[:room]).rstrip(" ,;:–—") + _MORE
