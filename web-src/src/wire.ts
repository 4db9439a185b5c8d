// What goes over the wire; the names are those of duidelijk/rendering/page_data.py.

export type Severity = "fout" | "waarschuwing" | "tip";
export const SEVERITIES: Severity[] = ["fout", "waarschuwing", "tip"];

/** Other words for the text between two places. */
export type Change = [from: number, to: number, text: string];

export interface Suggestion {
  tekst: string;
  wijzigingen: Change[];
  reden?: string;
}

export interface Answer extends Suggestion {
  keuze: string;
}

export interface Finding {
  regel: string;
  groep: string;
  letter: string;
  titel: string;
  ernst: Severity;
  van: number;
  tot: number;
  stukken: [number, number][];
  citaat: string;
  melding: string;
  waarom: string;
  voorstellen: Suggestion[];
  keuzes: string[];
  antwoorden: Answer[];
}

export interface Gain {
  regel: string;
  titel: string;
  keer: number;
  na: string;
}

export interface Outcome {
  cijfer: number | null;
  cijferTekst: string;
  cijferRegel: string;
  niveau: string;
  moeite: string;
  belofte: string;
  winst: Gain[];
  delen: { deel: string; over: string; punten: string }[];
  soort: string;
  titel: string;
  telling: Record<Severity, number>;
  gevonden: string;
  omvang: string;
  letOp: string[];
  geheel: Finding[];
  bevindingen: Finding[];
}

/** A file as a text for the editor; `naam` says how to read that text. */
export interface Opened {
  tekst: string;
  naam: string;
  soort: string;
  titel: string;
}

/** A file in base64, and the passages that could not be put in it. */
export interface Rewritten {
  bestand: string;
  nietVerwerkt: string[];
}
