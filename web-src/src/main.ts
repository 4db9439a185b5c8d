// The writer's page: the editor, the findings, the grade, and what the buttons do.

import { redo, undo } from "@codemirror/commands";
import { EditorView, type KeyBinding, type ViewUpdate } from "@codemirror/view";

import { Checking } from "./checking";
import { byId, say } from "./dom";
import { Draftsman } from "./draft";
import { makeEditor } from "./editor";
import { GradeBoard } from "./grade";
import type { Mark } from "./marks";
import { apply, neighbour, open, openAt, putAside } from "./moving";
import { Panel } from "./panel";
import { printable } from "./print";
import type { Failure } from "./server";
import { activeMark, findings, marksAt, visible } from "./state";
import { Voice } from "./voice";
import type { Outcome } from "./wire";

const voice = new Voice();
/** The finding that was opened by a click in the text: another click there opens the one around it. */
let lastClicked: number | null = null;
const narrow = window.matchMedia("(max-width: 62rem)");

const keys: KeyBinding[] = [
  { key: "Alt-Enter", run: toCard },
  { key: "Mod-.", run: toCard },
  { key: "Escape", run: (view) => activeMark(view.state) !== null && (open(view, null), true) },
];

const view = makeEditor({
  parent: byId("editor"),
  nonce: byId("editor").dataset.nonce ?? "",
  keys,
  extensions: [
    EditorView.updateListener.of(updated),
    EditorView.domEventHandlers({ mouseup: clicked }),
    EditorView.scrollMargins.of(() => ({ top: narrow.matches ? 64 : 24, bottom: covered() })),
  ],
});

const panel = new Panel(view, toggle, { apply: take, ignore: aside });
const board = new GradeBoard(jump);
const draft = new Draftsman(view, voice, renewed);
const checking = new Checking(() => view, () => draft.now(), { asking, answered, failed });

function updated(update: ViewUpdate): void {
  if (update.docChanged) {
    status("wacht", "");
    checking.changed(update);
    draft.changed();
    voice.hush();
    document.body.classList.toggle("leeg", !update.state.doc.length);
  }
  if (update.startState.field(findings) !== update.state.field(findings)) panel.draw();
}

function asking(): void {
  status("bezig", "Bezig met controleren…");
}

function answered(outcome: Outcome): void {
  draft.outcome = outcome;
  const empty = !view.state.doc.length;
  board.show(outcome);
  panel.whole(outcome);
  status("klaar", empty ? "" : "Gecontroleerd");
  if (!empty) voice.later(spoken(outcome));
}

/** What a screen reader says about an outcome: sentences, without the arrow. */
function spoken(outcome: Outcome): string {
  const parts = [outcome.cijferRegel, board.direction(outcome).replace(/^[▲▼] /, ""), `Gevonden: ${outcome.gevonden}`];
  return parts.filter(Boolean).map((each) => `${each}.`).join(" ");
}

function failed(failure: Failure): void {
  status("fout", failure.message);
  if (failure.retry) board.outdated();
  else board.refused(failure.message);
  voice.now(failure.message);
}

function status(kind: string, text: string): void {
  byId("stand").dataset.stand = document.body.dataset.stand = kind;
  say(byId("stand"), text);
}

/** How much of the window the sheet with a finding covers. */
function covered(): number {
  return narrow.matches && !byId("blad").hidden ? byId("blad").offsetHeight + 16 : 24;
}

/** Another text, or another kind of text: everything is looked at afresh. */
function renewed(other: boolean): void {
  if (other) board.restart();
  status("wacht", "");
  checking.now();
}

function clicked(event: MouseEvent): void {
  const place = view.posAtCoords({ x: event.clientX, y: event.clientY });
  const onMark = event.target instanceof Element && event.target.closest("mark");
  if (event.button !== 0 || place === null || !view.state.selection.main.empty) return;
  if (onMark) lastClicked = openAt(view, place, lastClicked);
  else open(view, null);
}

function toggle(mark: Mark): void {
  const close = activeMark(view.state)?.id === mark.id && !narrow.matches;
  open(view, close ? null : mark);
}

/** Puts a suggestion in the text; whoever came by the card goes on with the next finding. */
function take(mark: Mark, text: string): void {
  const onCard = panel.hasFocus();
  if (!apply(view, mark.id, text)) return voice.now("Deze woorden zijn intussen veranderd.");
  voice.now(text.trim() ? `Vervangen door: ${text}` : "Weggelaten");
  onward(onCard);
}

function aside(mark: Mark): void {
  const onCard = panel.hasFocus();
  putAside(view, mark);
  voice.now("Melding genegeerd.");
  onward(onCard);
}

function onward(onCard: boolean): void {
  const at = view.state.selection.main.head;
  const next = visible(view.state.field(findings)).find((mark) => mark.from >= at);
  open(view, next ?? null);
  if (!next || !onCard) view.focus();
  else panel.focus();
}

function step(way: 1 | -1, focus: boolean): void {
  const mark = neighbour(view, way);
  if (!mark) return voice.now("Er zijn geen meldingen.");
  open(view, mark, true);
  if (focus) view.focus();
  const marks = visible(view.state.field(findings));
  const { titel, ernst, citaat, melding } = mark.finding;
  const at = marks.findIndex((each) => each.id === mark.id) + 1;
  voice.now(`Melding ${at} van ${marks.length}: ${titel}, ${ernst}. ${citaat}. ${melding} Alt Enter: naar de voorstellen.`);
}

function toCard(): boolean {
  if (!activeMark(view.state)) open(view, marksAt(view.state, view.state.selection.main.head)[0] ?? null);
  if (!activeMark(view.state)) return false;
  panel.focus();
  return true;
}

function jump(rule: string): void {
  const mark = view.state.field(findings).marks.find((each) => each.finding.regel === rule);
  if (mark) open(view, mark, true);
  if (mark) panel.focus();
}

/** Keys that work everywhere on the page; undo too, for whoever has just pressed a suggestion. */
function pressed(event: KeyboardEvent): void {
  const elsewhere = !(event.target instanceof Element && event.target.closest(".cm-editor, input, select"));
  const key = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : "";
  const again = key === "y" || event.shiftKey;
  if ((key === "z" || key === "y") && elsewhere) {
    event.preventDefault();
    if (again ? redo(view) : undo(view)) voice.now(again ? "Opnieuw gedaan." : "Ongedaan gemaakt.");
  } else if (event.key === "F8") {
    event.preventDefault();
    step(event.shiftKey ? -1 : 1, true);
  } else if (event.key === "Escape" && panel.hasFocus()) {
    open(view, null);
    view.focus();
  }
}

addEventListener("keydown", pressed);
for (const button of document.querySelectorAll<HTMLElement>(".stap")) {
  button.addEventListener("click", () => step(button.dataset.stap === "-1" ? -1 : 1, false));
}
byId("blad-dicht").addEventListener("click", () => {
  open(view, null);
  view.focus();
});
printable(view);
checking.now();
