// Asks the server about the text: after a pause, one question at a time, and never shows an old answer as new.

import { ChangeSet } from "@codemirror/state";
import type { EditorView, ViewUpdate } from "@codemirror/view";

import { marksOf, moved, recognised } from "./marks";
import { type Draft, Failure, check } from "./server";
import { findings, setMarks } from "./state";
import type { Outcome } from "./wire";

const PAUSE = 250;
/** After so long without a pause the text is checked all the same, while the writer goes on. */
const LONGEST = 3000;
const SLOWEST_RETRY = 15;

export interface Listener {
  asking(): void;
  answered(outcome: Outcome): void;
  failed(failure: Failure): void;
}

export class Checking {
  private timer = 0;
  private flight: AbortController | null = null;
  private since: ChangeSet | null = null;
  private firstChange = 0;
  private took = 0;
  private tries = 0;

  constructor(
    private readonly view: () => EditorView,
    private readonly draft: () => Draft,
    private readonly listener: Listener,
  ) {}

  /** To be called for every change of the text. */
  changed(update: ViewUpdate): void {
    if (!update.docChanged) return;
    if (this.flight && this.since) this.since = this.since.compose(update.changes);
    this.soon();
  }

  /** Checks the text as soon as it stays as it is for a moment. */
  soon(): void {
    const now = performance.now();
    this.firstChange ||= now;
    const pause = Math.min(PAUSE + this.took / 4, LONGEST);
    const left = LONGEST + this.took - (now - this.firstChange);
    this.plan(Math.max(0, Math.min(pause, left)));
  }

  /** Checks the text now. */
  now(): void {
    this.plan(0);
  }

  private plan(milliseconds: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), milliseconds);
  }

  private async ask(): Promise<void> {
    this.flight?.abort();
    const flight = new AbortController();
    const started = performance.now();
    this.flight = flight;
    this.firstChange = 0;
    this.since = ChangeSet.empty(this.view().state.doc.length);
    this.listener.asking();
    try {
      const outcome = await check(this.draft(), flight.signal);
      if (this.flight !== flight) return;
      this.took = performance.now() - started;
      this.show(outcome);
    } catch (problem) {
      if (this.flight !== flight || flight.signal.aborted) return;
      this.fail(problem instanceof Failure ? problem : new Failure(String(problem), false, 0));
    }
  }

  private show(outcome: Outcome): void {
    const view = this.view();
    const changes = this.since;
    this.flight = this.since = null;
    this.tries = 0;
    const old = view.state.field(findings).marks;
    const found = marksOf(outcome.bevindingen);
    const marks = changes?.empty === false ? moved(found, changes) : found;
    view.dispatch({ effects: setMarks.of(recognised(marks, old)) });
    this.listener.answered(outcome);
  }

  private fail(failure: Failure): void {
    this.flight = this.since = null;
    this.tries += 1;
    if (failure.retry) this.plan(1000 * Math.min(failure.retry * 2 ** (this.tries - 1), SLOWEST_RETRY));
    this.listener.failed(failure);
  }
}
