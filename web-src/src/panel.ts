// The list of findings beside the text; the open one shows its card, on a narrow screen in a sheet below.

import type { EditorView } from "@codemirror/view";

import { type Deeds, badge, cardBody, severity } from "./card";
import { byId, count, fill, h, say } from "./dom";
import type { Mark } from "./marks";
import { activeMark, findings, ignore, keyOf, showSeverities, visible } from "./state";
import { type Finding, type Outcome, SEVERITIES, type Severity } from "./wire";

const NAMES: Record<Severity, [string, string]> = {
  fout: ["fout", "fouten"],
  waarschuwing: ["waarschuwing", "waarschuwingen"],
  tip: ["tip", "tips"],
};
/** So many findings at a time: a long text stays light. */
const PORTION = 150;

interface Item {
  mark: Mark;
  open: boolean;
  element: HTMLLIElement;
}

export class Panel {
  private items = new Map<number, Item>();
  private most = PORTION;
  private readonly narrow = window.matchMedia("(max-width: 62rem)");

  constructor(
    private readonly view: EditorView,
    private readonly toggle: (mark: Mark) => void,
    private readonly deeds: Deeds,
  ) {
    this.narrow.addEventListener("change", () => this.draw(true));
    byId("meer").addEventListener("click", () => this.more());
    byId("genegeerd").addEventListener("click", () => view.dispatch({ effects: ignore.of(new Set()) }));
    for (const kind of SEVERITIES) byId(`toon-${kind}`).addEventListener("click", () => this.switch(kind));
  }

  /** Shows what the editor holds now. */
  draw(afresh = false): void {
    const shown = this.view.state.field(findings);
    const marks = visible(shown);
    const active = activeMark(this.view.state);
    if (active) this.most = Math.max(this.most, marks.findIndex((mark) => mark.id === active.id) + 1);
    if (afresh) this.items.clear();
    const kept = marks.slice(0, this.most).map((mark) => this.item(mark, mark.id === active?.id));
    this.items = new Map(kept.map((item) => [item.mark.id, item]));
    fill(byId("lijst"), kept.map((item) => item.element));
    byId("meer").hidden = marks.length <= this.most;
    this.sheet(active);
    this.filters(marks, active);
  }

  /** The checklist of the text as a whole. */
  whole(outcome: Outcome): void {
    byId("geheel").hidden = !outcome.geheel.length;
    fill(byId("geheel-lijst"), outcome.geheel.map(checkpoint));
    fill(byId("let-op"), outcome.letOp.map((line) => h("p", { class: "let-op" }, `Let op: ${line}.`)));
  }

  /** Puts the focus on the open card: its first suggestion, else its title. */
  focus(): void {
    const active = activeMark(this.view.state);
    if (!active) return;
    const home = this.narrow.matches ? byId("blad") : this.items.get(active.id)?.element;
    (home?.querySelector<HTMLElement>(".voorstel:not(:disabled)") ?? home?.querySelector("button"))?.focus();
  }

  /** Whether the focus is in the list or on the card. */
  hasFocus(): boolean {
    return byId("meldingen").contains(document.activeElement) || byId("blad").contains(document.activeElement);
  }

  private item(mark: Mark, open: boolean): Item {
    const old = this.items.get(mark.id);
    if (old && old.open === open && same(old.mark, mark)) return { ...old, mark };
    const element = old?.element ?? h("li", {});
    const body = open && !this.narrow.matches ? [h("div", { class: "kaart" }, ...cardBody(mark, this.deeds))] : [];
    const head = element.querySelector<HTMLElement>(".melding-kop") ?? this.head(mark);
    head.setAttribute("aria-expanded", String(open));
    element.className = `melding ${mark.finding.ernst}${open ? " open" : ""}`;
    fill(element, [h3(element, head), ...body]);
    if (open && !old?.open && !this.narrow.matches) reveal(element);
    return { mark, open, element };
  }

  private head(mark: Mark): HTMLElement {
    const { finding, id } = mark;
    return h(
      "button",
      { type: "button", class: "melding-kop", "aria-expanded": "false", onclick: () => this.toggle(this.current(id) ?? mark) },
      h("span", { class: "regel" }, badge(finding), h("span", { class: "titel" }, finding.titel), severity(finding)),
      h("span", { class: "citaat" }, `“${finding.citaat}”`),
    );
  }

  private current(id: number): Mark | undefined {
    return this.items.get(id)?.mark;
  }

  private sheet(active: Mark | null): void {
    const sheet = byId("blad");
    const wanted = this.narrow.matches && active !== null;
    if (wanted && (sheet.hidden || sheet.dataset.melding !== stamp(active))) {
      fill(byId("blad-kop"), [badge(active.finding), h("span", {}, active.finding.titel)]);
      const quote = h("p", { class: "citaat" }, severity(active.finding), ` “${active.finding.citaat}”`);
      fill(byId("blad-inhoud"), [quote, ...cardBody(active, this.deeds)]);
      byId("blad-inhoud").scrollTop = 0;
      sheet.dataset.melding = stamp(active);
    }
    sheet.hidden = !wanted;
    document.body.classList.toggle("met-blad", wanted);
  }

  private filters(marks: Mark[], active: Mark | null): void {
    const { marks: all, severities, ignored } = this.view.state.field(findings);
    const here = all.filter((mark) => !ignored.has(keyOf(mark)));
    for (const kind of SEVERITIES) {
      const button = byId(`toon-${kind}`);
      say(button, count(here.filter((mark) => mark.finding.ernst === kind).length, ...NAMES[kind]));
      button.setAttribute("aria-pressed", String(severities.has(kind)));
    }
    const gone = all.length - here.length;
    byId("genegeerd").hidden = !gone;
    say(byId("genegeerd"), `${count(gone, "melding", "meldingen")} genegeerd. Toon ${gone === 1 ? "die" : "ze"} weer`);
    const at = active ? marks.findIndex((mark) => mark.id === active.id) + 1 : 0;
    for (const id of ["tel", "blad-tel", "strook-tel"]) say(byId(id), at ? `${at} van ${marks.length}` : `${marks.length}`);
    for (const button of document.querySelectorAll<HTMLButtonElement>(".stap")) button.disabled = !marks.length;
    byId("geen").hidden = marks.length > 0;
  }

  private switch(kind: Severity): void {
    const severities = new Set(this.view.state.field(findings).severities);
    if (!severities.delete(kind)) severities.add(kind);
    this.view.dispatch({ effects: showSeverities.of(severities) });
  }

  private more(): void {
    this.most += PORTION;
    this.draw();
  }
}

/** The heading that holds the button of an item. */
function h3(element: HTMLElement, head: HTMLElement): HTMLElement {
  return element.querySelector("h3") ?? h("h3", {}, head);
}

function same(a: Mark, b: Mark): boolean {
  return a === b || (a.stale === b.stale && stamp(a) === stamp(b));
}

/** What a card says: as long as this stays the same it isn't drawn again. */
function stamp(mark: Mark): string {
  const { van, tot, stukken, ...said } = mark.finding;
  const texts = [...said.voorstellen, ...said.antwoorden].map((each) => [each.tekst, each.reden]);
  return JSON.stringify([mark.id, mark.stale, said.citaat, said.melding, said.ernst, texts]);
}

/** Scrolls the list so far that the whole card is in view; of one that is too tall its beginning. */
function reveal(element: HTMLElement): void {
  requestAnimationFrame(() => {
    const list = byId("meldingen");
    const card = element.getBoundingClientRect();
    const room = list.getBoundingClientRect();
    const top = room.top + (list.querySelector<HTMLElement>(".balk")?.offsetHeight ?? 0) + 4;
    if (card.top < top) list.scrollTop += card.top - top;
    else list.scrollTop += Math.max(0, Math.min(card.top - top, card.bottom - room.bottom + 12));
  });
}

function checkpoint(finding: Finding): HTMLElement {
  const head = h("summary", {}, badge(finding), h("span", { class: "titel" }, finding.titel), severity(finding));
  return h("li", {}, h("details", {}, head, h("p", {}, finding.melding), h("p", { class: "waarom" }, finding.waarom)));
}
