// How a cache in front says in which language somebody asks: it reads their cookie, takes it away, and says what it read.
// A cache that does not say it is told nothing that it may share: most ignore `Vary: Cookie` or keep a copy a visitor.
import { readHeader } from "../forms/header-inputs.ts";
import { type Locale, parseLocale } from "../kernel/locale.ts";

/** The header; `ops/varnish/default.vcl` sets it. */
export const EDGE_LANGUAGE = "avanti-language";

/** The language a cache in front says; null where none stands, and where cookies came along, which say it themselves. */
export function edgeLanguage(headers: Headers): Locale | null {
  if (readHeader(headers, "cookie") !== null) return null;
  return parseLocale(readHeader(headers, EDGE_LANGUAGE));
}
