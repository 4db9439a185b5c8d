// Small helpers to make and find elements; text is always set as text, never as markup.

type Child = Node | string | false | null | undefined;
type Props = Record<string, string | boolean | EventListener>;

/** An element; props that begin with "on" are listeners, `true` is an empty attribute, `false` is none. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child): child is Node | string => typeof child === "string" || child instanceof Node));
  return made;
}

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

/** Makes `parent` hold exactly these elements, and moves or replaces only what differs. */
export function fill(parent: Element, wanted: Element[]): void {
  let at = parent.firstElementChild;
  for (const each of wanted) {
    if (each === at) at = at.nextElementSibling;
    else parent.insertBefore(each, at);
  }
  while (at) {
    const next = at.nextElementSibling;
    at.remove();
    at = next;
  }
}

/** Sets the text where it differs, so that nothing is read or drawn again without need. */
export function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
