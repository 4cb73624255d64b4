// Finds the words of acts in a language, for pages that show what was done and nothing else of the board.
import type { Locale } from "../kernel/locale.ts";
import { actionProblemsEn } from "./en/action-problems.ts";
import { lastActEn } from "./en/last-act.ts";
import { missedWordsEn } from "./en/missed-words.ts";
import { actionProblemsSv } from "./sv/action-problems.ts";
import type { BoardTexts } from "./sv/board.ts";
import { lastActSv } from "./sv/last-act.ts";
import { missedWordsSv } from "./sv/missed-words.ts";

/** What was done, why something was not, and who was first. */
export type ActTexts = Pick<BoardTexts, "lastAct" | "missed" | "problems">;

const TEXTS: Readonly<Record<Locale, ActTexts>> = {
  sv: { lastAct: lastActSv, missed: missedWordsSv, problems: actionProblemsSv },
  en: { lastAct: lastActEn, missed: missedWordsEn, problems: actionProblemsEn },
};

/** The words in `locale`. */
export function actTexts(locale: Locale): ActTexts {
  return TEXTS[locale];
}
