// The text that is being written: where it came from, and the ways in and out of the page.

import { isolateHistory } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";

import { byId, say } from "./dom";
import { download, fileName, onDrop, tooBig } from "./files";
import { origin, setOrigin } from "./origin";
import { type Draft, Failure, annotated, open, rewritten } from "./server";
import example from "./voorbeeld.txt";
import type { Voice } from "./voice";
import type { Opened, Outcome } from "./wire";

const PACKED = /\.(docx|html?)$/i;

export class Draftsman {
  outcome: Outcome | null = null;
  /** The text as it also exists somewhere else: in a file, or nowhere because it is the example. */
  private safe = "";

  constructor(
    private readonly view: EditorView,
    private readonly voice: Voice,
    private readonly renewed: (other: boolean) => void,
  ) {
    onDrop((file) => void this.open(file));
    const input = byId<HTMLInputElement>("bestand");
    byId("openen").addEventListener("click", () => input.click());
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      input.value = "";
      if (file) void this.open(file);
    });
    for (const button of document.querySelectorAll(".voorbeeld")) button.addEventListener("click", () => this.example());
    byId("soort").addEventListener("change", () => this.renewed(false));
    byId("als-tekst").addEventListener("click", () => this.save(fileName(this.title(), this.ending())));
    byId("als-verslag").addEventListener("click", () => void this.report());
    byId("als-origineel").addEventListener("click", () => void this.back());
    byId("printen").addEventListener("click", () => print());
    addEventListener("beforeunload", (event) => {
      if (this.wouldBeLost()) event.preventDefault();
    });
    menu();
    this.ways();
  }

  /** What the server needs to know to check the text. */
  now(): Draft {
    return { tekst: this.text(), naam: this.view.state.field(origin).name, soort: byId<HTMLSelectElement>("soort").value };
  }

  changed(): void {
    this.ways();
  }

  private text(): string {
    return this.view.state.doc.toString();
  }

  private title(): string {
    return this.outcome?.titel ?? "";
  }

  private ending(): string {
    return this.view.state.field(origin).name.endsWith(".md") ? ".md" : ".txt";
  }

  private wouldBeLost(): boolean {
    const text = this.text();
    return text.trim() !== "" && text !== this.safe;
  }

  private example(): void {
    this.put({ tekst: example, naam: "tekst.txt", soort: "", titel: "" }, null);
    this.voice.now("Het voorbeeld staat in het tekstvak.");
  }

  private async open(file: File): Promise<void> {
    const big = tooBig(file);
    if (big) return this.tell(big);
    this.tell("Het bestand wordt gelezen…");
    try {
      this.put(await open(file), PACKED.test(file.name) ? file : null);
      this.tell("");
      this.voice.now(`Het bestand ${file.name} staat in het tekstvak. Met Control Z haalt u uw vorige tekst terug.`);
    } catch (problem) {
      this.tell(said(problem));
    }
  }

  /** Another text in the place of this one; undo brings the old one back. */
  private put(opened: Opened, file: File | null): void {
    byId<HTMLSelectElement>("soort").value = opened.soort;
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: opened.tekst },
      selection: { anchor: 0 },
      effects: setOrigin.of({ name: opened.naam, file }),
      annotations: isolateHistory.of("full"),
      scrollIntoView: true,
      userEvent: "input.bestand",
    });
    this.safe = this.text();
    this.ways();
    this.view.focus();
    this.renewed(true);
  }

  private ways(): void {
    const { file } = this.view.state.field(origin);
    byId("als-origineel").hidden = file === null;
    say(byId("als-origineel"), `Uw bestand met de nieuwe woorden (${ending(file)})`);
    say(byId("als-tekst"), `De tekst (${this.ending()})`);
  }

  private save(name: string): void {
    download(this.text(), name);
    this.safe = this.text();
  }

  private async report(): Promise<void> {
    try {
      download(await annotated(this.now()), fileName(`verslag ${this.title()}`, ".html"));
    } catch (problem) {
      this.tell(said(problem));
    }
  }

  private async back(): Promise<void> {
    const original = this.view.state.field(origin).file;
    if (!original) return;
    try {
      const { bestand, nietVerwerkt } = await rewritten(this.now(), original);
      const bytes = Uint8Array.from(atob(bestand), (char) => char.charCodeAt(0));
      download(new Blob([bytes]), original.name.replace(/(\.\w+)$/, "-duidelijk$1"));
      this.safe = nietVerwerkt.length ? this.safe : this.text();
      this.tell(left(nietVerwerkt));
    } catch (problem) {
      this.tell(said(problem));
    }
  }

  private tell(text: string): void {
    say(byId("bericht-tekst"), text);
    byId("bericht").hidden = !text;
    if (text) this.voice.now(text);
  }
}

function said(problem: unknown): string {
  return problem instanceof Failure ? problem.message : "Dat lukte niet. Uw tekst staat nog hier.";
}

function left(passages: string[]): string {
  if (!passages.length) return "";
  const which = passages.slice(0, 5).map((each) => `“${each}”`).join(", ");
  const more = passages.length > 5 ? ` en nog ${passages.length - 5}` : "";
  const [what, them] = passages.length === 1 ? ["Dit past", "dat"] : [`Deze ${passages.length} stukken passen`, "die"];
  return `Uw bestand is opgeslagen. ${what} niet in de opmaak van het bestand: ${which}${more}. Verander ${them} zelf.`;
}

function ending(file: File | null): string {
  return file?.name.match(/\.\w+$/)?.[0].toLowerCase() ?? "";
}

/** The menu closes after a choice, with Escape, and when the writer goes on elsewhere. */
function menu(): void {
  const menu = byId<HTMLDetailsElement>("bewaren");
  const close = () => menu.removeAttribute("open");
  menu.addEventListener("click", (event) => {
    if (event.target instanceof HTMLButtonElement) close();
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    menu.querySelector("summary")?.focus();
  });
  addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) close();
  });
  byId("bericht-dicht").addEventListener("click", () => {
    byId("bericht").hidden = true;
  });
}
