// Files in and out: opening, dropping and downloading. Nothing stays behind on the server or in the browser.

import { byId } from "./dom";

const MEGABYTE = 1_000_000;

/** Lets the writer drop a file anywhere on the page. */
export function onDrop(open: (file: File) => void): void {
  let depth = 0;
  const veil = byId("sleep");
  const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  addEventListener("dragenter", (event) => {
    if (holdsFile(event)) veil.hidden = !(++depth);
  });
  addEventListener("dragleave", (event) => {
    if (holdsFile(event)) veil.hidden = !(depth = Math.max(0, depth - 1));
  });
  addEventListener("dragover", (event) => {
    if (holdsFile(event)) event.preventDefault();
  });
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    veil.hidden = !(depth = 0);
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    open(file);
  };
  addEventListener("drop", drop, true);
}

/** What is wrong with the size of a file, in a sentence; empty where it will do. */
export function tooBig(file: File): string {
  const limit = Number(document.body.dataset.grens);
  if (!limit || file.size <= limit) return "";
  return `Dit bestand is groter dan ${Math.floor(limit / MEGABYTE)} MB. Maak er kleinere bestanden van.`;
}

export function download(content: Blob | string, name: string, type = "text/plain;charset=utf-8"): void {
  const url = URL.createObjectURL(typeof content === "string" ? new Blob([content], { type }) : content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A file name out of a title: letters, digits and dashes. */
export function fileName(title: string, ending: string): string {
  const plain = title.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  const words = plain.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return `${words || "tekst"}${ending}`;
}
