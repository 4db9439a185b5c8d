// Headings of a Markdown text stand out.

import { type Range, RangeSet } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

import { origin } from "./origin";

const HEADING = /^#{1,6}\s/;
const LINE = Decoration.line({ class: "kop" });

export const headings = ViewPlugin.fromClass(
  class {
    drawn: DecorationSet;

    constructor(view: EditorView) {
      this.drawn = draw(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.drawn = draw(update.view);
    }
  },
  { decorations: (plugin) => plugin.drawn },
);

function draw(view: EditorView): DecorationSet {
  if (!view.state.field(origin).name.endsWith(".md")) return Decoration.none;
  const found: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      if (HEADING.test(line.text)) found.push(LINE.range(line.from));
      at = line.to + 1;
    }
  }
  return RangeSet.of(found, true);
}
