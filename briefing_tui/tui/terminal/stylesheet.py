"""Textual's style sheet, which keeps what it has parsed for one theme when another is taken."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from textual.css.model import RuleSet
    from textual.css.styles import RulesMap
    from textual.dom import DOMNode
    from textual.widget import Widget

_MOST = 64
"""Sources of styles, as many as Textual keeps of one theme: each kind of widget is one."""

Parsed = LRUCache[tuple[object, ...], list["RuleSet"]]
"""The rules of each source."""


class KeptStylesheet(Stylesheet):
    """Parses each source once for each set of variables, and sets few of the rules that stay the same.

    Textual does both again and again, and either takes longer than a frame.
    """

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[frozenset[tuple[str, str]], Parsed] = {}
        self._draws_once = False

    def _parsed_with(self, variables: Mapping[str, str]) -> Parsed:
        return self._kept.setdefault(frozenset(variables.items()), LRUCache(_MOST))

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take other variables."""
        self._parse_cache = LRUCache(_MOST)  # the one that is emptied now
        super().set_variables(variables)
        self._parse_cache = self._parsed_with(variables)

    def reparse(self) -> None:
        """Take the rules for the variables there are now. Raises what `parse` raises."""
        self.parse()

    @contextmanager
    def drawing_once(self) -> Iterator[None]:
        """Have each widget drawn anew once, not once for every rule that differs, and none laid out anew.

        For rules that differ in colours only.
        """
        self._draws_once = True
        try:
            yield
        finally:
            self._draws_once = False

    def update(self, root: DOMNode, animate: bool = False) -> None:  # noqa: FBT001, FBT002 (as Textual has it)
        """Update the styles of `root` and of all in it."""
        if not self._draws_once:
            super().update(root, animate)
            return
        nodes = tuple(root.walk_children(with_self=True))
        for node in nodes:
            node.styles.base.node = None
        try:
            self.update_nodes(nodes, animate)
        finally:
            for node in nodes:
                node.styles.base.node = node
        for node in nodes:
            node.refresh()

    @classmethod
    def replace_rules(cls, node: DOMNode, rules: RulesMap, animate: bool = False) -> None:  # noqa: ARG003, FBT001, FBT002 (as Textual has it)
        """Replace those rules of `node` that differ, at once: nothing moves here by itself."""
        base = node.styles.base
        before = base.get_rules()
        differing = [key for key in before.keys() | rules.keys() if before.get(key) != rules.get(key)]
        for key in differing:  # also some that Textual keeps in another form than it is given them in
            setattr(base, key, rules.get(key))
        node.notify_style_update()  # what it draws in the theme's colours may differ, its own rules not

    def take_in(self, widget: Widget) -> None:
        """Parse what Textual says of such a widget, as it does itself when the first is mounted."""
        for read_from, content, tie_breaker, scope in widget._get_default_css():  # noqa: SLF001 (no other way)
            self.add_source(content, read_from, is_default_css=True, tie_breaker=tie_breaker, scope=scope)
        self.rules_map  # noqa: B018 (it is made by being asked for)

    def parsing_ahead(self, variables: dict[str, str]) -> Iterator[Callable[[], object]]:
        """Yield what parses each of the sources for `variables`, one by one."""
        other = Stylesheet(variables=variables)
        other._parse_cache = self._parsed_with(variables)  # noqa: SLF001 (no other way)
        for read_from, source in tuple(self.source.items()):
            yield partial(
                other._parse_rules,  # noqa: SLF001
                source.content,
                read_from,
                source.is_defaults,
                source.tie_breaker,
                source.scope,
            )
