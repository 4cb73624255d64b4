// Finds the board's words in a language.
import { enBoard } from "./en/board.ts";
import type { Locale } from "../kernel/locale.ts";
import { type BoardTexts, svBoard } from "./sv/board.ts";

const TEXTS: Readonly<Record<Locale, BoardTexts>> = { sv: svBoard, en: enBoard };

/** The board's words in `locale`. */
export function boardTexts(locale: Locale): BoardTexts {
  return TEXTS[locale];
}
