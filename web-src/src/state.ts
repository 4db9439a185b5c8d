// What the editor knows about findings: the marks, which are shown, and which one is open.

import { type EditorState, type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

import { type Mark, moved } from "./marks";
import type { Severity } from "./wire";

export interface Shown {
  marks: Mark[];
  active: number | null;
  severities: ReadonlySet<Severity>;
  /** Findings that the writer put aside: rule and words. */
  ignored: ReadonlySet<string>;
  drawn: DecorationSet;
}

export const setMarks = StateEffect.define<Mark[]>();
/** The finding with this number is done with. */
export const drop = StateEffect.define<number>();
export const activate = StateEffect.define<number | null>();
export const showSeverities = StateEffect.define<ReadonlySet<Severity>>();
export const ignore = StateEffect.define<ReadonlySet<string>>();

export const findings = StateField.define<Shown>({
  create: () => draw({
    marks: [],
    active: null,
    severities: new Set<Severity>(["fout", "waarschuwing"]),
    ignored: new Set(),
    drawn: Decoration.none,
  }),
  update(shown, transaction) {
    const before = shown;
    if (transaction.docChanged) shown = { ...shown, marks: moved(shown.marks, transaction.changes) };
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) shown = { ...shown, marks: effect.value };
      else if (effect.is(drop)) shown = { ...shown, marks: shown.marks.filter((mark) => mark.id !== effect.value) };
      else if (effect.is(activate)) shown = { ...shown, active: effect.value };
      else if (effect.is(showSeverities)) shown = { ...shown, severities: effect.value };
      else if (effect.is(ignore)) shown = { ...shown, ignored: effect.value };
    }
    if (shown === before) return before;
    const there = shown.marks.some((mark) => mark.id === shown.active);
    return draw(there ? shown : { ...shown, active: null });
  },
  provide: (field) => EditorView.decorations.from(field, (shown) => shown.drawn),
});

export function keyOf(mark: Mark): string {
  return `${mark.finding.regel} ${mark.finding.citaat.toLowerCase()}`;
}

/** The marks that are shown, in text order; of a kind that is hidden only the one that is open. */
export function visible(shown: Shown): Mark[] {
  return shown.marks.filter(
    (mark) =>
      (shown.severities.has(mark.finding.ernst) || mark.id === shown.active) && !shown.ignored.has(keyOf(mark)),
  );
}

export function activeMark(state: EditorState): Mark | null {
  const shown = state.field(findings);
  return shown.marks.find((mark) => mark.id === shown.active) ?? null;
}

/** The shown marks at a place, the shortest first. */
export function marksAt(state: EditorState, place: number): Mark[] {
  const here = visible(state.field(findings)).filter((mark) => mark.from <= place && place <= mark.to);
  const onWords = here.filter((mark) => mark.pieces.some(([from, to]) => from <= place && place <= to));
  return (onWords.length ? onWords : here).sort((a, b) => a.to - a.from - (b.to - b.from));
}

function draw(shown: Shown): Shown {
  const ranges: Range<Decoration>[] = [];
  for (const mark of visible(shown)) {
    const active = mark.id === shown.active ? " open" : "";
    const style = `${mark.finding.groep} ${mark.finding.ernst}${active}${mark.stale ? " oud" : ""}`;
    const decoration = Decoration.mark({ tagName: "mark", class: style });
    for (const [from, to] of mark.pieces) if (from < to) ranges.push(decoration.range(from, to));
  }
  return { ...shown, drawn: Decoration.set(ranges, true) };
}
