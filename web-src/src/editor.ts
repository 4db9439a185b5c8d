// The editor itself: CodeMirror with what this page needs of it, in Dutch.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, type KeyBinding, highlightSpecialChars, keymap, placeholder } from "@codemirror/view";

import { headings } from "./headings";
import { origin } from "./origin";
import { findings } from "./state";

const PHRASES = {
  Find: "Zoek",
  Replace: "Vervang door",
  next: "volgende",
  previous: "vorige",
  all: "alles",
  "match case": "hoofdletters",
  "by word": "hele woorden",
  regexp: "patroon",
  replace: "vervang",
  "replace all": "vervang alles",
  close: "sluiten",
  "current match": "gevonden",
  "on line": "op regel",
  "replaced match on line $": "vervangen op regel $",
  "replaced $ matches": "$ keer vervangen",
  "Control character": "Teken",
};

/** No checker of a browser or an add-on that could send the text elsewhere. */
const OWN_HOUSE = {
  spellcheck: "false",
  autocorrect: "off",
  writingsuggestions: "false",
  translate: "no",
  "data-gramm": "false",
  "data-lt-active": "false",
};

export interface Wishes {
  parent: HTMLElement;
  nonce: string;
  keys: KeyBinding[];
  extensions: Extension;
}

export function makeEditor(wishes: Wishes): EditorView {
  const extensions = [
    EditorView.cspNonce.of(wishes.nonce),
    history({ newGroupDelay: 400 }),
    highlightSpecialChars(),
    EditorView.lineWrapping,
    EditorState.phrases.of(PHRASES),
    EditorView.contentAttributes.of({ ...OWN_HOUSE, lang: "nl", "aria-label": "Uw tekst", "aria-describedby": "hulp", tabindex: "0" }),
    placeholder("Typ of plak hier uw tekst. Of sleep er een bestand in."),
    search({ top: true }),
    keymap.of([...wishes.keys, ...searchKeymap.filter(ours), ...historyKeymap, ...defaultKeymap]),
    findings,
    headings,
    flashed,
    origin,
    wishes.extensions,
  ];
  return new EditorView({ parent: wishes.parent, state: EditorState.create({ extensions }) });
}

/** Searching yes; keys that a browser or a screen reader has another use for, no. */
function ours(binding: KeyBinding): boolean {
  return ["Mod-f", "F3", "Mod-g", "Escape"].includes(binding.key ?? "");
}

/** The words that a suggestion has just put in the text, for a moment. */
export const flash = StateEffect.define<[number, number][]>();
const flashed = StateField.define({
  create: () => Decoration.none,
  update(drawn, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(flash)) continue;
      const mark = Decoration.mark({ class: "nieuw" });
      return Decoration.set(effect.value.filter(([a, b]) => a < b).map(([a, b]) => mark.range(a, b)), true);
    }
    return transaction.docChanged ? Decoration.none : drawn;
  },
  provide: (field) => EditorView.decorations.from(field),
});
