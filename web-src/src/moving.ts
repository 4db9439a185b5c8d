// From finding to finding, and a suggestion into the text.

import { isolateHistory } from "@codemirror/commands";
import { ChangeSet, type StateEffect } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

import { flash } from "./editor";
import { type Mark, changesOf } from "./marks";
import { activate, activeMark, drop, findings, ignore, keyOf, marksAt, visible } from "./state";
import type { Suggestion } from "./wire";

/** Opens a finding, with its words in sight; with `select` the cursor goes there too. */
export function open(view: EditorView, mark: Mark | null, select = false): void {
  const effects: StateEffect<unknown>[] = [activate.of(mark?.id ?? null)];
  if (mark) effects.push(EditorView.scrollIntoView(mark.from, { y: "nearest", yMargin: 40 }));
  view.dispatch({ effects, selection: select && mark ? { anchor: mark.from, head: mark.to } : undefined });
}

/** The next finding (or the one before) from the open one, else from the cursor; it goes round. */
export function neighbour(view: EditorView, step: 1 | -1): Mark | null {
  const marks = visible(view.state.field(findings));
  if (!marks.length) return null;
  const active = activeMark(view.state);
  const at = active ? marks.findIndex((mark) => mark.id === active.id) : -1;
  if (at >= 0) return marks[(at + step + marks.length) % marks.length] ?? null;
  const { from, to } = view.state.selection.main;
  if (step > 0) return marks.find((mark) => mark.from >= from) ?? marks[0] ?? null;
  return marks.findLast((mark) => mark.to <= to) ?? marks.at(-1) ?? null;
}

/** Opens the finding at a place; `again`: the one around it, where this one was opened the same way. */
export function openAt(view: EditorView, place: number, again: number | null): number | null {
  const here = marksAt(view.state, place);
  const at = here.findIndex((mark) => mark.id === view.state.field(findings).active && mark.id === again);
  const next = here[(at + 1) % here.length] ?? null;
  open(view, next);
  return next?.id ?? null;
}

/** Puts a suggestion in the text, as one step to undo; false where the words are no longer what they were. */
export function apply(view: EditorView, id: number, text: string): boolean {
  const mark = view.state.field(findings).marks.find((each) => each.id === id);
  const suggestion = mark && offered(mark).find((each) => each.tekst === text);
  if (!mark || mark.stale || !suggestion?.wijzigingen.length) return false;
  const edits = changesOf(mark, suggestion).map(([from, to, insert]) => ({ from, to, insert }));
  const changes = ChangeSet.of(edits, view.state.doc.length, view.state.lineBreak);
  const fresh: [number, number][] = [];
  changes.iterChanges((_fromA, _toA, fromB, toB) => fresh.push([fromB, toB]));
  view.dispatch({
    changes,
    selection: { anchor: changes.mapPos(mark.to, 1) },
    effects: [drop.of(mark.id), activate.of(null), flash.of(fresh)],
    annotations: isolateHistory.of("full"),
    userEvent: "input.voorstel",
    scrollIntoView: true,
  });
  return true;
}

function offered(mark: Mark): Suggestion[] {
  return [...mark.finding.voorstellen, ...mark.finding.antwoorden];
}

/** Puts a finding aside, wherever the same words stand. */
export function putAside(view: EditorView, mark: Mark): void {
  const ignored = new Set([...view.state.field(findings).ignored, keyOf(mark)]);
  view.dispatch({ effects: [ignore.of(ignored), activate.of(null)] });
}
