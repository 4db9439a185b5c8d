// Talking to the server: every request is a POST, and nothing but the answer is kept.

import type { Opened, Outcome, Rewritten } from "./wire";

const AWAY = "De server antwoordt niet. Uw tekst staat nog hier.";
const LOGGED_OUT = "U bent niet meer ingelogd. Log in op een nieuw tabblad. Uw tekst staat nog hier.";
const PATIENCE = 60_000;

/** What went wrong, in a Dutch sentence; `retry`: seconds after which to try again, 0 for not at all. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly away: boolean,
    readonly retry: number,
  ) {
    super(message);
  }
}

export interface Draft {
  tekst: string;
  naam: string;
  soort: string;
}

export async function check(draft: Draft, stop: AbortSignal): Promise<Outcome> {
  return (await post("pagina/controle", asJson(draft), stop)).json();
}

export async function open(file: File): Promise<Opened> {
  const headers = { "Content-Type": "application/octet-stream", "X-Bestandsnaam": encodeURIComponent(file.name) };
  return (await post("pagina/bestand", { headers, body: file })).json();
}

export async function annotated(draft: Draft): Promise<Blob> {
  return (await post("pagina/verslag", asJson(draft))).blob();
}

/** The file that was opened, with the words that are different in the editor. */
export async function rewritten(draft: Draft, file: File): Promise<Rewritten> {
  return (await post("pagina/origineel", asJson({ ...draft, origineel: file.name, bestand: await base64(file) }))).json();
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function asJson<D extends Draft>(value: D): RequestInit {
  const body = JSON.stringify({ ...value, tekst: value.tekst.toWellFormed() });
  return { headers: { "Content-Type": "application/json" }, body };
}

async function post(path: string, request: RequestInit, stop?: AbortSignal): Promise<Response> {
  const late = AbortSignal.timeout(PATIENCE);
  let answer: Response;
  try {
    answer = await fetch(`${document.body.dataset.wortel ?? ""}/${path}`, { method: "POST", ...request, signal: stop ? AbortSignal.any([stop, late]) : late });
  } catch (problem) {
    if (stop?.aborted) throw problem;
    throw new Failure(AWAY, true, 2);
  }
  if (answer.ok) return answer;
  throw await failure(answer);
}

async function failure(answer: Response): Promise<Failure> {
  if (answer.status === 401) return new Failure(LOGGED_OUT, false, 5);
  const retry = Number(answer.headers.get("Retry-After")) || (answer.status === 503 ? 2 : 0);
  const said = answer.headers.get("Content-Type")?.includes("problem+json")
    ? await answer.json().catch(() => null)
    : null;
  if (said?.detail) return new Failure(said.detail, false, retry);
  return new Failure(AWAY, true, retry || 2);
}
