"""A valid briefing of as many findings as asked for: `.venv/bin/python benchmarks/sample.py 10000 FOLDER`.

Writes `sample-10000.yaml` and `sample-10000-letter.md` into the folder: an invented council, the same
bytes whenever and wherever it is run, every sentence of the letter quoted. Laid out as people lay out
theirs: folded quotations, straight marks where the letter has curly ones, a note here and there.
"""
# ruff: noqa: INP001, T201 (a script that prints)

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

AREAS = {
    "MASH": "Multi-agency safeguarding hub",
    "EH": "Early help",
    "AA": "Access and assessment",
    "OOH": "Out of hours",
    "CIN": "Children in need",
    "CP": "Child protection",
    "CLA": "Children in care",
    "LC": "Leaving care",
    "PLAN": "Children’s plans",
    "QA": "Quality assurance",
    "WF": "Workforce",
    "LEAD": "Leadership",
}
TONES = ("strength", "concern", "strength", "mixed", "strength", "context")
BEARINGS = ("evidence", "counter-evidence", "cause", "effect", "mitigation")
POINTS = (
    "The timeliness of assessments.",
    "Social workers’ caseloads.",
    "The recording of regular, reflective supervision.",
    "The quality and the reviewing of children’s plans.",
    "Oversight of decisions taken out of hours.",
    "The help that care leavers get at sixteen–eighteen.",
)
WHO = (
    "Most social workers",
    "Some newly qualified workers",
    "Experienced managers",
    "Partner agencies",
    "Children’s advocates",
    "Senior leaders",
    "Foster carers",
)
DO = (
    "record visits promptly",
    "wait too long for decisions",
    "know the children well",
    "agree clear next steps",
    "seldom explain delays",
    "share information at once",
    "review the “step-down” plans",
    "listen to what children say",
    "hold high caseloads",
    "test decisions in supervision",
    "act on risk the same day",
)
SO = (
    "so that help comes early",
    "although follow–up is not always evident",
    "with Zoë’s story as one example",
    "particularly where several services are involved",
    "and audits say the same",
    "which families told inspectors themselves",
    "even at weekends and overnight",
    "but the reasons are not written down",
    "as earlier visits had found too",
    "when a child’s first language is not English",
    "despite a change of recording system",
    "because agency staff have stayed on",
    "so children do not repeat their stories",
)
NOTE = "The letter gives no number for “some”, and does not say how many files were read in this service."
PARAGRAPH = 5
"""Findings in each."""
HEADED = 50
"""One headline, one term and one claim for so many findings."""


def main() -> None:
    """Write the briefing that the arguments ask for and print where it is."""
    if len(sys.argv) != 3:  # noqa: PLR2004 (the program's name and two)
        sys.exit(__doc__)
    print(write(Path(sys.argv[2]), int(sys.argv[1])))


def write(folder: Path, findings: int) -> Path:
    """Write a briefing of so many findings, and its letter, into `folder`; return the briefing's path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"sample-{findings}.yaml"
    path.write_text("\n".join(briefing(findings, f"{path.stem}-letter.md")) + "\n", encoding="utf-8")
    path.with_name(f"{path.stem}-letter.md").write_text("\n".join(letter(findings)), encoding="utf-8")
    return path


def letter(findings: int) -> Iterator[str]:
    """Yield the letter's lines."""
    yield from ("Dear Morwenna", "", "# A visit to Marrowdale", "", OPENING, "", "## Headline findings")
    yield from paragraphs([headline(number) for number in headlines(findings)])
    yield from ("", "## What needs to improve", "")
    yield from (f"- {point}" for point in POINTS)
    for key, name in AREAS.items():
        said = [sentence(number) for number in at_home(key, findings)]
        yield from ("", f"## {name}")
        yield from paragraphs(said)
    yield from ("", "Yours sincerely", "", "A. B. Tarn", "")


def paragraphs(said: Sequence[str]) -> Iterator[str]:
    """Yield the lines of paragraphs that consist of what is `said`."""
    for start in range(0, len(said), PARAGRAPH):
        yield from ("", " ".join(said[start : start + PARAGRAPH]))


OPENING = "This letter summarises the findings of a visit to Marrowdale children’s services in May 2024."


def sentence(number: int) -> str:
    """Return what the letter says in the finding with that number, counted from 0; no two are alike."""
    first = f"{said(number)}, {SO[number % len(SO)]}, as file {number + 1} shows."
    more = (
        f" They told inspectors on day {number + 1} that this “makes a difference” to families and to staff."
    )
    return first + more if number % 2 else first


def said(number: int) -> str:
    """Return the first half of a sentence."""
    return f"{WHO[number % len(WHO)]} {DO[number % len(DO)]}"


def headline(number: int) -> str:
    """Return what the letter says in the headline finding with that number, counted from 0."""
    return f"{said(number)}, which {number + 1} of the files showed."


def headlines(findings: int) -> range:
    """Return the numbers of the headline findings, of which there is always one."""
    return range(1 + findings // HEADED)


def at_home(area: str, findings: int) -> range:
    """Return the numbers of the findings that are at home in `area`: each area has its share."""
    return range(list(AREAS).index(area), findings, len(AREAS))


def briefing(findings: int, letter_file: str) -> Iterator[str]:
    """Yield the briefing file's lines."""
    yield from HEAD.format(file=letter_file).splitlines()
    yield "areas:"
    yield from (f"  - {{id: {key}, name: {name}}}" for key, name in AREAS.items())
    yield from ("", "context:", "  - id: C-1", "    label: When", "    summary: The visit was in May 2024.")
    yield from (f"    quote: {straight(OPENING)}", "", "headlines:")
    for number in headlines(findings):
        yield from entry(f"H-{number + 1}", number, headline(number))
    yield from ("", "findings:")
    for key in AREAS:
        for index, number in enumerate(at_home(key, findings)):
            yield from entry(f"{key}-{index + 1}", number, sentence(number))
            if number % 3 == 0:
                point, bearing = number // 3 % len(POINTS) + 1, BEARINGS[number // 3 % len(BEARINGS)]
                yield f"    bears_on: [{{point: I-{point}, as: {bearing}}}]"
            if number % 2 == 0:
                yield from folded("note", f"{NOTE} See file {number + 1}.")
            yield ""
    yield "improvements:"
    yield from (f"  - {{id: I-{n}, quote: {quoted(straight(one))}}}" for n, one in enumerate(POINTS, start=1))
    yield from ("", "claims:")
    for number in headlines(findings):
        yield from (f"  - id: P-{number + 1}", "    source: article", "    verdict: paraphrase")
        yield f"    claim: The paper says that it was so in {number + 1} of the files."
        yield f"    letter: [{{quote: {quoted(straight(headline(number)))}}}]"
    yield from ("", "glossary:")
    for number in headlines(findings):
        yield f"  - {{term: file {number + 1}, expansion: file no. {number + 1}, meaning: What it says.}}"


def entry(reference: str, number: int, words: str) -> Iterator[str]:
    """Yield the lines of a finding or headline that quotes `words`."""
    areas = list(AREAS)
    home, other = areas[number % len(areas)], areas[(number * 5 + 7) % len(areas)]
    yield from (f"  - id: {reference}", f"    areas: [{home}{f', {other}' if number % 4 == 0 else ''}]")
    yield f"    tone: {TONES[number % len(TONES)]}"
    yield f"    summary: {said(number)}, says file {number + 1}."
    yield from folded("quote", straight(words))


def folded(key: str, text: str) -> Iterator[str]:
    """Yield the lines of a folded text, as long as an editor shows them."""
    yield f"    {key}: >-"
    yield from fill(text, 100, initial_indent=" " * 6, subsequent_indent=" " * 6).splitlines()


def straight(text: str) -> str:
    """Return `text` as a keyboard has it: straight marks and hyphens."""
    return text.translate(str.maketrans("‘’“”–", "''\"\"-"))


def quoted(text: str) -> str:
    """Return `text` in YAML's quotation marks."""
    return '"' + text.replace('"', '\\"') + '"'


HEAD = """\
format: 1
title: A visit to Marrowdale children’s services
subject: Front door services
authority: Marrowdale County Council
visit:
  kind: focused visit
  framework: ILACS
  from: 2024-05-14
  to: 2024-05-15
  graded: no
  priority_actions: none
people:
  - {{name: Morwenna Penrose, role: Director of Children’s Services, part: addressee}}
sources:
  letter:
    title: A visit to Marrowdale
    publisher: Inspectorate of Nowhere
    date: 2024-06-11
    citation: Inspectorate of Nowhere, Marrowdale visit, 11 June 2024
    file: {file}
  article:
    title: What inspectors said
    publisher: Marrowdale Gazette
    date: 2024-06-14
    quotations_only: yes
timeline:
  - {{date: 2024-05, event: The visit., source: letter}}
"""


if __name__ == "__main__":
    main()
