// The few sentences the page's script says, as props: names in braces are filled in by it.
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { type FreshWords, freshWords } from "../live/fresh-words.ts";
import type { MoveWords } from "./move-words.ts";

/** Words of the island. */
export interface LiveWords {
  fresh: FreshWords;
  move: MoveWords;
}

/** The words in a language. */
export function liveWords(locale: Locale): LiveWords {
  const { move } = textsFor(locale).cars;
  return {
    fresh: freshWords(locale),
    move: {
      ...move,
      intro: move.intro("{trip}"),
      drop: move.drop("{car}"),
      same: move.same("{car}"),
      reasonTitle: move.reasonTitle("{car}"),
      refused: move.refused("{why}"),
    },
  };
}
