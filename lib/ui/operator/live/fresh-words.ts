// How fresh a page is, as props of its island: names in braces are filled in by it.
import { boardTexts } from "../../../i18n/board-texts.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** How fresh the page is; `{time}` is the place of a time. */
export interface FreshWords {
  static: string;
  live: string;
  connecting: string;
  lost: string;
  "signed-out": string;
}

/** The words in a language. */
export function freshWords(locale: Locale): FreshWords {
  const { live } = boardTexts(locale);
  return {
    static: live.static("{time}"),
    live: live.justNow,
    connecting: live.connecting,
    lost: live.lost("{time}"),
    "signed-out": live.signedOut,
  };
}
