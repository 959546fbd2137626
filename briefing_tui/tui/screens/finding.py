"""Finding: looking for words, and narrowing what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.model.entry import Finding
from briefing_tui.model.outline import FINDINGS, IMPROVEMENTS
from briefing_tui.model.selection import Selection
from briefing_tui.model.tone import Tone
from briefing_tui.search.query import Query
from briefing_tui.tui.finder import Finder
from briefing_tui.tui.screens.reading import LIST, WIDENED, ReadingScreen
from briefing_tui.tui.terminal.rest import DRAWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.widgets import Input

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.tui.history import View

SEARCH_FIRST = "Press / to look for words first."
ON_THE_LINE = "Enter stays there · Esc comes back"


class FindingScreen(ReadingScreen):
    """Leaves out what is not asked for, always said in words, and finds what is."""

    _searched_from: View | None = None
    """Where the reader was when the search line opened; None while it is closed."""
    _looked_for_before = Query(())

    def set_briefing(self, briefing: Briefing) -> None:
        """Find words in it, too."""
        super().set_briefing(briefing)
        self._finder = Finder(briefing, {pane.key: pane.title for pane in self.everything.outline.panes})

    @property
    def is_typing(self) -> bool:  # type: ignore[override]
        """Whether the search line is open."""
        return self._searched_from is not None

    # Narrowing

    def select(self, selection: Selection) -> bool:
        """Show what is selected, if that leaves anything."""
        if selection and not selection.leaves_anything(self.everything.outline):
            return False
        self.selection = selection
        self.say("" if selection else "All findings are shown.")
        return True

    def select_next(self, choices: Sequence[Selection]) -> None:
        """Take the next of `choices`, one of which is taken now, that leaves anything."""
        index = choices.index(self.selection)
        area, left_out = self.position.section, []
        for choice in (*choices[index + 1 :], *choices[: index + 1]):
            if self.select(choice):
                break
            left_out.append(f"No {choice}.")
        if self.selection and self.position.pane == FINDINGS and self.position.section != area:
            left_out.append(f"No {self.selection} in {area}: this is the next area that has any.")
        if left_out:
            self.say(" ".join(left_out))

    def action_select_tone(self) -> None:
        """Show concerns only, then what is mixed, then strengths only, then all."""
        tones = (None, Tone.CONCERN, Tone.MIXED, Tone.STRENGTH)
        self.select_next([self.selection._replace(tone=tone) for tone in tones])

    def action_select_point(self) -> None:
        """Show only what bears on the point one is at, or all; elsewhere the first, the next, all."""
        here = self.position.section if self.position.pane == IMPROVEMENTS else ""
        if here and self.selection.point != here:
            self.select(self.selection._replace(point=here))
            return
        if here:
            self.select(self.selection._replace(point=""))
            return
        points = ("", *(point.reference for point in self.briefing.points))
        self.select_next([self.selection._replace(point=point) for point in points])

    def action_select_area(self) -> None:
        """Show only the service area that the reader is in, or all again."""
        entry = self.briefing.entries[self.reference]
        if self.selection.area:
            self.select(self.selection._replace(area=""))
        elif self.position.pane == FINDINGS:
            self.select(self.selection._replace(area=self.position.section))
        elif isinstance(entry, Finding):
            self.select(self.selection._replace(area=entry.areas[0]))
        else:
            self.say("Go to a finding first: a shows only its service area.")

    def action_select_matches(self) -> None:
        """Show only what has the words that were looked for, or all again."""
        if self.selection.words:
            self.select(self._without_words())
        elif not self.looked_for.terms:
            self.say(SEARCH_FIRST)
        elif not self.select(self._with_words(self.selection)):
            self.say(self._finder.told(self.looked_for, self.reference) or "Nothing that is shown has them.")

    def action_select_all(self) -> None:
        """Show everything again."""
        self.select(Selection())

    def _with_words(self, selection: Selection) -> Selection:
        """Return `selection` narrowed to what has the words that are looked for now."""
        return selection._replace(words=str(self.looked_for), matches=self._finder.matches(self.looked_for))

    def _without_words(self) -> Selection:
        return self.selection._replace(words="", matches=frozenset())

    # Looking for words

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While words are being typed, leave every key but Esc to the line."""
        return not self._searched_from or action == "close"

    def action_search(self) -> None:
        """Open the line to type into. It has the keyboard at once: keys are not to go elsewhere meanwhile."""
        from briefing_tui.tui.widgets.search_line import SearchLine  # noqa: PLC0415 (slow to import)

        self.set_timer(DRAWN, self._finder.prepare)
        self._searched_from, self._looked_for_before = self.view(), self.looked_for
        line = SearchLine()
        self.query_one("#bottom").mount(line, before=0)
        self.set_focus(line)
        self.say(ON_THE_LINE)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Go to the first hit from where the search began, as it is typed."""
        if self._searched_from:
            self.selection = self._searched_from.selection
            self.looked_for = Query.parse(message.value)
            start = self._searched_from.position
            hit = self._hit(start.reference, 0)
            widened = self.stand(start if hit in (None, start.reference) else self.everything.home(hit))
            self.say(f"{widened} {self._finder.told(self.looked_for, self.reference)}".strip() or ON_THE_LINE)

    def on_input_submitted(self) -> None:
        """Stay at what was found."""
        if self._searched_from:
            widened = WIDENED if self.selection != self._searched_from.selection else ""
            self.history.leave(self._searched_from)
            self._end_search()
            self.say(f"{widened} {self._finder.told(self.looked_for, self.reference)}".strip())

    def on_search_line_given_up(self) -> None:
        """Be where the search began, as if nothing had been."""
        view = self._searched_from
        if view:
            self.looked_for = self._looked_for_before
            self._end_search()
            self.show_view(view)

    def _end_search(self) -> None:
        line = self.query("SearchLine").last()
        self._searched_from = None
        self.say("")
        self.take(self.column)
        line.remove()

    def _hit(self, reference: str, step: int) -> str | None:
        return self._finder.hit(
            self.looked_for, reference, step, lambda hit: self._can_show(self.everything.home(hit))
        )

    def action_hit(self, step: int) -> None:
        """Go to the next hit, through all panes and round."""
        hit = self._hit(self.reference, step)
        before = self.reference
        widened = self.go(self.everything.home(hit), LIST) if hit else ""
        is_round = hit and self._finder.is_round(self.looked_for, before, hit, step)
        round_again = f"Again from the {'first' if step > 0 else 'last'}: " if is_round else ""
        told = self._finder.told(self.looked_for, self.reference) or SEARCH_FIRST
        self.say(f"{widened} {round_again}{told}".strip())

    def action_close(self) -> None:
        """Leave the detail or the contents for the list; there, forget what was looked for."""
        if self._searched_from:
            self.on_search_line_given_up()
            return
        if self.column == LIST:
            self.looked_for = Query(())
            if self.selection.words:
                self.select(self._without_words())
        self.column = LIST
