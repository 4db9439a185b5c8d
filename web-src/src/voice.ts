// What a screen reader hears: politely, and only when there is a pause.

import { byId } from "./dom";

const PAUSE = 1500;

export class Voice {
  private timer = 0;
  private last = "";

  /** Says it now. */
  now(text: string): void {
    this.hush();
    this.speak(text);
  }

  /** Says it when the writer has paused for a moment, and only when it is news. */
  later(text: string): void {
    this.hush();
    this.timer = window.setTimeout(() => {
      if (text !== this.last) this.speak(text);
      this.last = text;
    }, PAUSE);
  }

  /** Doesn't say what was still to be said: it isn't true any more. */
  hush(): void {
    window.clearTimeout(this.timer);
  }

  private speak(text: string): void {
    const region = byId("stem");
    region.textContent = region.textContent === text ? `${text}\u00a0` : text;
  }
}
