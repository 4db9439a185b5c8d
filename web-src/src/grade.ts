// The grade, where it is going, and what brings most.

import { byId, count, fill, h, say } from "./dom";
import type { Gain, Outcome } from "./wire";

export class GradeBoard {
  private start: Outcome | null = null;

  constructor(private readonly jump: (rule: string) => void) {}

  /** Another text: its first grade is the one to compare with. */
  restart(): void {
    this.start = null;
  }

  /** What is shown belongs to an earlier version of the text. */
  outdated(): void {
    const graded = byId("getal").textContent !== "–";
    say(byId("verouderd"), graded ? "Dit cijfer is van vóór uw laatste wijziging." : "");
  }

  /** No grade for what stands there now, and why. */
  refused(why: string): void {
    for (const id of ["getal", "strook-getal"]) say(byId(id), "–");
    for (const id of ["strook-rest", "richting", "moeite", "omvang", "verouderd"]) say(byId(id), "");
    for (const id of ["meter", "eerst", "delen"]) byId(id).hidden = true;
    say(byId("niveau"), why);
  }

  show(outcome: Outcome): void {
    say(byId("verouderd"), "");
    if (outcome.cijfer !== null) this.start ??= outcome;
    const graded = outcome.cijfer !== null;
    say(byId("getal"), graded ? outcome.cijferTekst : "–");
    say(byId("niveau"), graded ? outcome.niveau : this.none(outcome));
    say(byId("strook-getal"), graded ? outcome.cijferTekst : "–");
    say(byId("strook-rest"), `${graded ? outcome.niveau : ""} ${arrow(this.change(outcome))}`);
    this.meter(outcome);
    say(byId("richting"), this.direction(outcome));
    byId("richting").dataset.richting = String(Math.sign(this.change(outcome)));
    say(byId("omvang"), `${outcome.omvang}.`);
    say(byId("moeite"), outcome.moeite ? `${outcome.moeite}.` : "");
    byId("eerst").hidden = !outcome.belofte;
    say(byId("belofte"), outcome.belofte ? `${outcome.belofte}.` : "");
    fill(byId("winst"), outcome.winst.map((gain) => this.gain(gain)));
    byId("delen").hidden = !outcome.delen.length;
    fill(byId("delen-rijen"), outcome.delen.map(row));
  }

  private none(outcome: Outcome): string {
    return outcome.bevindingen.length || outcome.telling.fout ? outcome.cijferRegel : "Nog geen cijfer: schrijf minstens 40 woorden";
  }

  /** The whole points and tenths by which the grade went up or down. */
  private change(outcome: Outcome): number {
    if (outcome.cijfer === null || this.start?.cijfer == null) return 0;
    return Math.round(10 * (outcome.cijfer - this.start.cijfer)) / 10;
  }

  direction(outcome: Outcome): string {
    const change = this.change(outcome);
    if (!this.start || outcome.cijfer === null) return "";
    if (!change) return outcome === this.start ? "" : `Net zo duidelijk als toen u begon (${this.start.cijferTekst})`;
    return `${arrow(change)} ${change > 0 ? "hoger" : "lager"} dan toen u begon (${this.start.cijferTekst})`;
  }

  private meter(outcome: Outcome): void {
    const meter = byId("meter");
    meter.hidden = outcome.cijfer === null;
    meter.style.setProperty("--nu", share(outcome.cijfer));
    meter.style.setProperty("--begin", share(this.start?.cijfer ?? outcome.cijfer));
    meter.style.setProperty("--straks", share(after(outcome)));
  }

  private gain(gain: Gain): HTMLElement {
    const after = h("span", { class: "punten" }, `${count(gain.keer, "keer", "keer")}, dan een ${gain.na}`);
    const button = h("button", { type: "button", onclick: () => this.jump(gain.regel) }, gain.titel);
    return h("li", {}, button, " ", after);
  }
}

function arrow(change: number): string {
  return change ? `${change > 0 ? "▲" : "▼"} ${Math.abs(change).toFixed(1).replace(".", ",")}` : "";
}

function after(outcome: Outcome): number | null {
  const last = outcome.winst.at(-1);
  return last ? Number(last.na.replace(",", ".")) : outcome.cijfer;
}

function share(grade: number | null): string {
  return `${(((grade ?? 1) - 1) / 9) * 100}%`;
}

function row(part: Outcome["delen"][number]): HTMLElement {
  const name = part.deel.charAt(0).toUpperCase() + part.deel.slice(1);
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, name),
    h("td", {}, part.over),
    h("td", { class: "aantal" }, part.punten),
  );
}
