// The card of a finding: what is wrong, why, and what to write instead.

import { h } from "./dom";
import type { Mark } from "./marks";
import type { Answer, Finding, Severity, Suggestion } from "./wire";

export const SEVERITY: Record<Severity, string> = { fout: "fout", waarschuwing: "waarschuwing", tip: "tip" };
const LONG = 80;

export interface Deeds {
  apply(mark: Mark, text: string): void;
  ignore(mark: Mark): void;
}

/** The label of a finding's kind: a letter and a colour. */
export function badge(finding: Finding): HTMLElement {
  return h("span", { class: `label ${finding.groep}`, title: finding.groep, "aria-hidden": "true" }, finding.letter);
}

export function severity(finding: Finding): HTMLElement {
  return h("span", { class: `ernst ${finding.ernst}` }, SEVERITY[finding.ernst]);
}

/** What stands in an opened card, below its title. */
export function cardBody(mark: Mark, deeds: Deeds): HTMLElement[] {
  const finding = mark.finding;
  const parts: HTMLElement[] = [h("p", {}, finding.melding)];
  if (mark.stale) parts.push(h("p", { class: "oud" }, "U heeft deze woorden veranderd. De pagina controleert ze opnieuw."));
  if (finding.voorstellen.length) parts.push(suggestions(mark, deeds));
  else if (finding.antwoorden.length) parts.push(question(mark, deeds));
  else if (finding.keuzes.length) parts.push(h("p", {}, `Kies: ${finding.keuzes.join(", ")}.`));
  parts.push(h("p", { class: "waarom" }, finding.waarom));
  const aside = h("button", { type: "button", class: "stil", onclick: () => deeds.ignore(mark) }, "Negeer deze melding");
  parts.push(h("p", { class: "daden" }, aside));
  return parts;
}

function suggestions(mark: Mark, deeds: Deeds): HTMLElement {
  const all = mark.finding.voorstellen;
  const long = all.some((each) => each.tekst.length > LONG);
  const buttons = all.map((each) => choice(mark, each, shown(each.tekst), deeds));
  return group(long ? "Bijvoorbeeld:" : "Schrijf liever:", long, buttons);
}

/** The answers to the question in the message; what each one makes of the text stands beside it. */
function question(mark: Mark, deeds: Deeds): HTMLElement {
  const { antwoorden, keuzes } = mark.finding;
  const buttons = antwoorden.map((each) => choice(mark, each, answer(each), deeds));
  const others = keuzes.filter((name) => !antwoorden.some((each) => each.keuze === name));
  const rest = others.length ? [h("p", {}, `Of kies: ${others.join(", ")}.`)] : [];
  return group("Kies:", true, [...buttons, ...rest]);
}

function group(title: string, long: boolean, children: HTMLElement[]): HTMLElement {
  const name = h("p", { class: "kies" }, title);
  return h("div", { class: `voorstellen${long ? " lang" : ""}`, role: "group", "aria-label": title }, name, ...children);
}

function choice(mark: Mark, suggestion: Suggestion, label: HTMLElement[], deeds: Deeds): HTMLElement {
  if (suggestion.reden) {
    const reason = `Dit voorstel moet u zelf verwerken, want ${suggestion.reden}.`;
    return h("div", { class: "zelf" }, ...label, h("p", { class: "waarom" }, reason));
  }
  return h(
    "button",
    { type: "button", class: "voorstel", disabled: mark.stale, onclick: () => deeds.apply(mark, suggestion.tekst) },
    ...label,
  );
}

function shown(text: string): HTMLElement[] {
  return text.trim() ? [h("ins", {}, text)] : [h("em", {}, "weglaten")];
}

function answer(each: Answer): HTMLElement[] {
  return [h("span", { class: "met" }, `Met ‘${each.keuze}’: `), ...shown(each.tekst)];
}
