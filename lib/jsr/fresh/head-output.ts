// Moves what <Head> marked in the rendered page into the document's <head>.
import { HEAD_CLOSE, HEAD_OPEN } from "./head.ts";

const ELEMENT = /<(title|style|script|noscript)\b[^>]*>[\s\S]*?<\/\1>|<(?:meta|link|base)\b[^>]*>/g;

/** `html` with the marked children in its head, each in place of the element it matches. */
export function moveHead(html: string): string {
  let additions = "";
  let rest = "";
  let from = 0;
  for (let open = html.indexOf(HEAD_OPEN); open !== -1; open = html.indexOf(HEAD_OPEN, from)) {
    const close = html.indexOf(HEAD_CLOSE, open);
    rest += html.slice(from, open);
    additions += html.slice(open + HEAD_OPEN.length, close);
    from = close + HEAD_CLOSE.length;
  }
  rest += html.slice(from);
  const end = rest.indexOf("</head>");
  if (end === -1) return rest;
  const start = rest.indexOf(">", rest.indexOf("<head")) + 1;
  return rest.slice(0, start) + merge(rest.slice(start, end), additions) + rest.slice(end);
}

function merge(head: string, additions: string): string {
  let merged = head;
  for (const [element] of additions.matchAll(ELEMENT)) {
    const key = keyOf(element);
    const existing = [...merged.matchAll(ELEMENT)].find(([other]) => keyOf(other) === key);
    merged = existing === undefined ? merged + element : merged.slice(0, existing.index) + element +
      merged.slice(existing.index + existing[0].length);
  }
  return merged;
}

/** What makes two head elements the same: title, key, id, a meta's name, else all of it. */
function keyOf(element: string): string {
  const tag = /^<(\w+)/.exec(element)?.[1] ?? "";
  if (tag === "title") return tag;
  for (const name of ["data-key", "id"]) {
    const value = attribute(element, name);
    if (value !== null) return `${tag} ${name}=${value}`;
  }
  if (tag !== "meta") return element;
  for (const name of ["name", "property", "http-equiv"]) {
    const value = attribute(element, name);
    if (value !== null) return `${tag} ${name}=${value}`;
  }
  return element.includes(" charset=") ? "meta charset" : element;
}

function attribute(element: string, name: string): string | null {
  return new RegExp(`^<[^>]*? ${name}="([^"]*)"`).exec(element)?.[1] ?? null;
}
