// A page's markup read piece by piece: texts and attributes, with the elements they stand in.

/** A text, or an attribute's value, of a page. */
export interface Piece {
  text: string;
  /** Name of the attribute; "" for a text. */
  attribute: string;
  /** The open elements as they are written, outermost first; an attribute's own element is the last. */
  inside: readonly string[];
}

const VOID = /^<(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b/i;
const TOKEN =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(script|style)\b[\s\S]*?<\/\1>|<\/?[a-z](?:"[^"]*"|[^">])*>|[^<]+/gi;

/** Every text and attribute, in order; scripts and styles are nobody's reading. */
export function piecesOf(html: string): Piece[] {
  const pieces: Piece[] = [];
  const open: string[] = [];
  for (const [token] of html.matchAll(TOKEN)) {
    if (!token.startsWith("<")) {
      pieces.push({ text: decoded(token), attribute: "", inside: [...open] });
    } else if (token.startsWith("</")) open.pop();
    else if (/^<[a-z]/i.test(token) && !/^<(script|style)\b/i.test(token)) {
      for (const [, attribute = "", value = ""] of token.matchAll(/\s([\w-]+)="([^"]*)"/g)) {
        pieces.push({ text: decoded(value), attribute, inside: [...open, token] });
      }
      if (!VOID.test(token) && !token.endsWith("/>")) open.push(token);
    }
  }
  return pieces;
}

function decoded(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}
