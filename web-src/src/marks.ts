// A finding and its place, moved along while the text changes.

import type { ChangeDesc, ChangeSet } from "@codemirror/state";

import type { Change, Finding, Suggestion } from "./wire";

/** From so many characters on, a mark stays when the writer changes words inside it; it is stale then. */
const LONG = 40;
const LETTER = /[\p{L}\p{N}]/u;

export interface Mark {
  id: number;
  finding: Finding;
  from: number;
  to: number;
  pieces: [number, number][];
  /** All text that the suggestions look at, and how far it has moved since the answer. */
  reach: [number, number];
  shift: number;
  stale: boolean;
}

let last = 0;

/** The marks of an answer, at the places that the answer speaks of. */
export function marksOf(findings: Finding[]): Mark[] {
  return findings.map((finding) => ({
    id: ++last,
    finding,
    from: finding.van,
    to: finding.tot,
    pieces: finding.stukken,
    reach: reachOf(finding),
    shift: 0,
    stale: false,
  }));
}

/** The same marks; one that was there already keeps its number. */
export function recognised(marks: Mark[], old: Mark[]): Mark[] {
  const known = new Map(old.map((mark) => [placeOf(mark), mark.id]));
  return marks.map((mark) => {
    const key = placeOf(mark);
    const id = known.get(key) ?? mark.id;
    known.delete(key);
    return { ...mark, id };
  });
}

function placeOf(mark: Mark): string {
  return `${mark.finding.regel} ${mark.from}`;
}

function reachOf(finding: Finding): [number, number] {
  const changes = [...finding.voorstellen, ...finding.antwoorden].flatMap((each) => each.wijzigingen);
  return [
    Math.min(finding.van, ...changes.map((change) => change[0])),
    Math.max(finding.tot, ...changes.map((change) => change[1])),
  ];
}

/** The changes of a suggestion, where they have to be made now. */
export function changesOf(mark: Mark, suggestion: Suggestion): Change[] {
  return suggestion.wijzigingen.map(([from, to, text]) => [from + mark.shift, to + mark.shift, text]);
}

/** The marks after a change of the text: moved along, stale where they were touched, or gone. */
export function moved(marks: Mark[], changes: ChangeSet): Mark[] {
  return marks.map((mark) => after(mark, changes)).filter((mark) => mark !== null);
}

function after(mark: Mark, changes: ChangeSet): Mark | null {
  const touched = touches(mark, changes);
  const from = changes.mapPos(mark.from, 1);
  const to = changes.mapPos(mark.to, -1);
  if (touched && (to - from < LONG || touched === "edge")) return null;
  const reach: [number, number] = [changes.mapPos(mark.reach[0], 1), changes.mapPos(mark.reach[1], -1)];
  const pieces = mark.pieces.map(([a, b]): [number, number] => piece(changes, a, b)).filter(([a, b]) => a < b);
  const shift = mark.shift + reach[0] - mark.reach[0];
  return { ...mark, from, to, pieces, reach, shift, stale: mark.stale || touched !== "" };
}

function piece(changes: ChangeDesc, from: number, to: number): [number, number] {
  const start = changes.mapPos(from, 1);
  return [start, Math.max(start, changes.mapPos(to, -1))];
}

/** Whether the words of a mark changed: "inside", or at an "edge" so that a word became another one. */
function touches(mark: Mark, changes: ChangeSet): "" | "inside" | "edge" {
  const [start, end] = mark.reach;
  let found: "" | "inside" | "edge" = "";
  changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    if (toA < start || fromA > end) return;
    const text = inserted.toString();
    const before = toA === start && (fromA < toA || LETTER.test(text.slice(-1)));
    const behind = fromA === end && (fromA < toA || LETTER.test(text.slice(0, 1)));
    if (fromA < end && toA > start) found ||= fromA <= mark.from && toA >= mark.to ? "edge" : "inside";
    else if (before || behind) found = mark.to - mark.from < LONG ? "edge" : found || "inside";
  });
  return found;
}
