// Where the text in the editor came from; undoing brings back the origin together with the text.

import { invertedEffects } from "@codemirror/commands";
import { StateEffect, StateField } from "@codemirror/state";

export interface Origin {
  /** How the text is read: as plain text, or as Markdown. */
  name: string;
  /** The Word document or web page that was opened. */
  file: File | null;
}

const TYPED: Origin = { name: "tekst.txt", file: null };

export const setOrigin = StateEffect.define<Origin>();

export const origin: StateField<Origin> = StateField.define<Origin>({
  create: () => TYPED,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setOrigin)) return effect.value;
    return transaction.docChanged && !transaction.newDoc.length ? TYPED : value;
  },
  provide: () =>
    invertedEffects.of((transaction) => {
      const before = transaction.startState.field(origin);
      return before === transaction.state.field(origin) ? [] : [setOrigin.of(before)];
    }),
});
