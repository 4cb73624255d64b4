// The few sentences the page's script says, as props: names in braces are filled in by it.
import { boardTexts } from "../../../i18n/board-texts.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { MoveWords } from "./move-words.ts";

/** How fresh the page is; `{time}` is the place of a time. */
export interface FreshWords {
  static: string;
  live: string;
  connecting: string;
  lost: string;
  "signed-out": string;
}

/** Words of the island. */
export interface LiveWords {
  fresh: FreshWords;
  move: MoveWords;
}

/** The words in a language. */
export function liveWords(locale: Locale): LiveWords {
  const { live } = boardTexts(locale);
  const { move } = textsFor(locale).cars;
  return {
    fresh: {
      static: live.static("{time}"),
      live: live.justNow,
      connecting: live.connecting,
      lost: live.lost("{time}"),
      "signed-out": live.signedOut,
    },
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
