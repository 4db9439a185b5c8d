"""Builds one text with blocks, links and a source map, piece by piece."""

from __future__ import annotations

from duidelijk.model import Block, BlockKind, Link, Place, Segment, SourceMap, Suppression

BETWEEN_BLOCKS = "\n\n"


class TextBuilder:
    """Collects text and remembers where each piece came from; ``open``/``close`` bracket a block."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self.segments: list[Segment] = []
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self._off: dict[str, tuple[int, Place]] = {}
        self._suppressions: list[Suppression] = []

    def add(self, text: str, source_start: int, source_end: int | None = None) -> None:
        """Appends ``text``; without ``source_end`` it maps one to one onto the source."""
        if not text:
            return
        end = source_start + len(text) if source_end is None else source_end
        last = self.segments[-1] if self.segments else None
        follows = last and last.end == self.length and last.source_end == source_start
        if (
            last
            and follows
            and source_end is None
            and last.end - last.start == last.source_end - last.source_start
        ):
            self.segments[-1] = Segment(last.start, last.end + len(text), last.source_start, end)
        else:
            self.segments.append(Segment(self.length, self.length + len(text), source_start, end))
        self.glue(text)

    def glue(self, text: str) -> None:
        """Appends text that has no source (the blank line between two blocks)."""
        self._parts.append(text)
        self.length += len(text)

    def block(self, kind: BlockKind, start: int, level: int = 0) -> None:
        """Closes a block that began at ``start`` and ends here; an empty one is dropped."""
        if self.length > start:
            self.blocks.append(Block(kind, level, start, self.length))

    def separate(self) -> None:
        """Puts a blank line after the last block, if there is one."""
        if self.blocks and self.blocks[-1].end == self.length:
            self.glue(BETWEEN_BLOCKS)

    def link(self, start: int, target: str) -> None:
        """Closes a link whose words began at ``start``."""
        if self.length > start:
            self.links.append(Link(start, self.length, target))

    def switch(self, rule: str, on: bool, place: Place) -> None:
        """A remark that turns a rule (or ``*``) off from here, or on again."""
        if on:
            for name in list(self._off) if rule == "*" else [rule]:
                if name in self._off:
                    start, where = self._off.pop(name)
                    self._suppressions.append(Suppression(name, start, self.length, where))
        else:
            self._off.setdefault(rule, (self.length, place))

    def suppressions(self) -> tuple[Suppression, ...]:
        """All suppressions; one that was never turned on again runs to the end of the text."""
        still = [Suppression(rule, start, self.length, place) for rule, (start, place) in self._off.items()]
        return tuple(sorted(self._suppressions + still, key=lambda s: (s.start, s.rule)))

    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def source_map(self, starts: tuple[int, ...]) -> SourceMap:
        """The map back to a source whose lines begin at ``starts``."""
        return SourceMap(tuple(self.segments), starts)
