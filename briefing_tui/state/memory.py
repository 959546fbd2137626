"""What one reader keeps of one briefing, shared with every other program that has it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.digest import sha256
from briefing_tui.model.verbatim import fold
from briefing_tui.paths import state_dir
from briefing_tui.state.journal import Journal
from briefing_tui.state.mark import Mark, Texts, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.entry import Entry
    from briefing_tui.model.letter import Letter
    from briefing_tui.state.journal import Record
    from briefing_tui.state.mark import Found


class Memory:
    """The marks and the last place in a briefing, and the theme for all. Nothing here raises.

    A change has been kept when the call that makes it returns, if `remembers` then says so. What
    cannot be kept lasts as long as this object, and is tried again with the next change.
    """

    def __init__(self, folder: Path | None, briefing: Briefing) -> None:
        self._folder = folder
        self._theme_journal = Journal(folder / "reader.jsonl" if folder else None)
        self._theme: str | None = None
        self._from_others = False
        self._start(briefing, letter_key(briefing.letter))

    def _start(self, briefing: Briefing, key: str) -> None:
        self._key = key
        self._texts = Texts(briefing)
        self._found: dict[Mark, Found] = {}
        self._marks: dict[Mark, None] = {}
        self._leading: dict[str | None, dict[Mark, None]] | None = None
        self._position: tuple[str, str, str] | None = None
        self._journal = Journal(self._folder / f"{key}.jsonl" if self._folder else None)
        self._journal.add()
        self.refresh()

    @classmethod
    def open(cls, environ: Mapping[str, str], briefing: Briefing) -> Memory:
        """Return what is kept of `briefing`, known by its letter, for the user of that environment."""
        return cls(state_dir(environ), briefing)

    def take_up(self, briefing: Briefing) -> None:
        """Hold the marks against `briefing`, read anew from an edited file.

        If the letter itself is now another, so is what is kept of it; what could not be kept stays.
        """
        key = letter_key(briefing.letter)
        if key == self._key:
            self._texts = Texts(briefing)
            self._found.clear()
            self._leading = None
            return
        unkept = self._journal.unkept
        self._start(briefing, key)
        if unkept:
            self._keep(*unkept)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files in which all this is kept, there or not."""
        return tuple(one.path for one in (self._journal, self._theme_journal) if one.path)

    @property
    def remembers(self) -> bool:
        """Whether everything so far is kept beyond this session."""
        return not self.why

    @property
    def why(self) -> str:
        """One sentence on what is not kept, and why; empty when all is."""
        if self._journal.trouble:
            return f"Marks and your place last only for this session: {self._journal.trouble}."
        if self._theme_journal.trouble:
            return f"The theme lasts only for this session: {self._theme_journal.trouble}."
        return ""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks, in order of marking."""
        return tuple(self._marks)

    def find(self, mark: Mark) -> Found:
        """Return what has become of `mark` in the briefing, and where to go for it."""
        if mark not in self._found:
            self._found[mark] = self._texts.find(mark)
        return self._found[mark]

    def follow(self, entry: Entry) -> Found:
        """Return what has become of `entry`, of an earlier state of the briefing, as of a mark on it."""
        return self._texts.find(Mark(entry.reference, text_of(entry)))

    def is_marked(self, reference: str) -> bool:
        """Say whether a mark now leads to the entry with that reference."""
        return bool(self._leading_to(reference))

    def _leading_to(self, reference: str) -> tuple[Mark, ...]:
        """Return the marks that now lead to the entry with that reference, in order of marking."""
        if self._leading is None:
            self._leading = {}
            for mark in self._marks:
                self._leading.setdefault(self.find(mark).reference, {})[mark] = None
        return tuple(self._leading.get(reference, ()))

    def toggle(self, entry: Entry) -> bool:
        """Mark `entry`, or take its mark away if this program shows it marked; say whether it now is.

        Brings in other programs' changes too, so all marks are to be shown again.
        """
        here = self._leading_to(entry.reference)
        if here:
            self.forget(*here)
        else:
            self._keep({"marked": entry.reference, "text": text_of(entry)})
        return self.is_marked(entry.reference)

    def forget(self, *marks: Mark) -> None:
        """Take `marks` away: the only way for one whose entry is gone."""
        records: list[Record] = [{"unmarked": mark.reference, "text": mark.text} for mark in marks]
        self._keep(*records)

    @property
    def position(self) -> tuple[str, str, str] | None:
        """Pane, section and reference where the reader last left; the briefing may not have them any more."""
        return self._position

    def leave(self, pane: str, section: str, reference: str) -> None:
        """Keep the place. For when the reader leaves, not for every step: each call waits for the disk."""
        self._catch_up()
        if self._position != (pane, section, reference) or self._journal.unkept:
            self._keep({"left": [pane, section, reference]})

    @property
    def theme(self) -> str | None:
        """The name of the theme last chosen, for any briefing; this program may not know it."""
        return self._theme

    def choose_theme(self, name: str) -> None:
        """Keep the name of the chosen theme."""
        record: Record = {"theme": name}
        self._theme_journal.add(record)
        self._catch_up(record)

    def refresh(self) -> bool:
        """Bring in what other programs changed; say whether marks or theme were, since last asked."""
        self._catch_up()
        changed, self._from_others = self._from_others, False
        return changed

    def _keep(self, *records: Record) -> None:
        self._journal.add(*records)
        self._catch_up(*records)

    def _catch_up(self, *own: Record) -> None:
        """Bring in what the journals have, in their order, then what they could not take."""
        another, records = self._journal.news()
        if another:
            self._marks.clear()
            self._leading = None
            self._from_others = True
        records += self._theme_journal.news()[1]
        for record in records:
            self._from_others |= self._apply(record) and record not in own
        missing = (record for record in own if record not in records)
        for record in (*missing, *self._journal.unkept, *self._theme_journal.unkept):
            self._apply(record)

    def _apply(self, record: Record) -> bool:
        """Change what is kept as `record` says, and say whether marks or theme changed by it."""
        match record:
            case {"marked": str(reference), "text": str(text)}:
                return self._mark(Mark(reference, text))
            case {"unmarked": str(reference), "text": str(text)}:
                return self._unmark(Mark(reference, text))
            case {"left": [str(pane), str(section), str(reference)]}:
                self._position = (pane, section, reference)
            case {"theme": str(name)}:
                before, self._theme = self._theme, name
                return before != name
        return False

    def _mark(self, mark: Mark) -> bool:
        if mark in self._marks:
            return False
        self._marks[mark] = None
        if self._leading is not None:
            self._leading.setdefault(self.find(mark).reference, {})[mark] = None
        return True

    def _unmark(self, mark: Mark) -> bool:
        if mark not in self._marks:
            return False
        del self._marks[mark]
        if self._leading is not None:
            del self._leading[self.find(mark).reference][mark]
        return True


def letter_key(letter: Letter) -> str:
    """Return what the letter is known by: its words in their order, whatever file they came from.

    The same words are what `briefing_tui.model.verbatim` calls so.
    """
    words = fold(" ".join(paragraph.text for paragraph in letter.paragraphs if paragraph.text))
    return sha256(words.encode("utf-8", "surrogatepass"))[:32]
