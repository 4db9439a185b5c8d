// The text on paper: all of it, with numbered marks and a note for each. The editor itself draws only what is in view.

import type { EditorView } from "@codemirror/view";

import { SEVERITY } from "./card";
import { byId, fill, h } from "./dom";
import type { Mark } from "./marks";
import { findings, visible } from "./state";

/** Keeps a printable text ready for when the browser asks for it. */
export function printable(view: EditorView): void {
  addEventListener("beforeprint", () => fill(byId("afdruk"), paper(view)));
  addEventListener("afterprint", () => fill(byId("afdruk"), []));
}

function paper(view: EditorView): HTMLElement[] {
  const marks = visible(view.state.field(findings));
  const names = new Map(marks.map((mark, at) => [mark.id, `${mark.finding.letter}${at + 1}`]));
  const lines: HTMLElement[] = [];
  for (let number = 1; number <= view.state.doc.lines; number++) {
    const line = view.state.doc.line(number);
    lines.push(h("p", {}, ...pieces(line.text, line.from, marks, names)));
  }
  const text = h("div", { class: "afdruk-tekst" }, ...lines);
  if (!marks.length) return [text];
  const notes = h("ol", { class: "afdruk-meldingen" }, ...marks.map((mark) => note(mark, names.get(mark.id) ?? "")));
  return [text, h("h2", {}, "Meldingen"), notes];
}

/** A line in pieces that lie under the same marks; the number of a mark stands where it ends. */
function pieces(text: string, start: number, marks: Mark[], names: Map<number, string>): (Node | string)[] {
  const end = start + text.length;
  const here = marks.flatMap((mark) =>
    mark.pieces.filter(([a, b]) => a < end && b > start).map(([a, b]) => ({ mark, a: Math.max(a, start), b: Math.min(b, end), ends: b <= end })),
  );
  const cuts = [...new Set([start, end, ...here.flatMap(({ a, b }) => [a, b])])].sort((a, b) => a - b);
  const made: (Node | string)[] = [];
  for (let at = 0; at + 1 < cuts.length; at++) {
    const [from, to] = [cuts[at] ?? end, cuts[at + 1] ?? end];
    let piece: Node | string = text.slice(from - start, to - start);
    const over = here.filter(({ a, b }) => a <= from && b >= to).sort((x, y) => x.b - x.a - (y.b - y.a));
    for (const { mark } of over) piece = h("mark", { class: `${mark.finding.groep} ${mark.finding.ernst}` }, piece);
    made.push(piece);
    for (const { mark } of here.filter(({ b, ends }) => b === to && ends)) {
      made.push(h("span", { class: `label ${mark.finding.groep}` }, names.get(mark.id) ?? ""));
    }
  }
  return made;
}

function note(mark: Mark, name: string): HTMLElement {
  const { finding } = mark;
  const better = finding.voorstellen.map((each) => each.tekst).join("’ of ‘");
  return h(
    "li",
    {},
    h("strong", {}, `${name} ${finding.titel}`),
    ` (${SEVERITY[finding.ernst]}): ${finding.melding}`,
    better && better.length < 200 && !finding.melding.toLowerCase().includes(better.toLowerCase()) ? ` Bijvoorbeeld: ‘${better}’.` : "",
  );
}
