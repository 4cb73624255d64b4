// "Hörnet Vasagatan/Viktoriagatan": two streets, as people name the place where they meet.
import { MAX_STOP_WORDS } from "./place.ts";

const CORNER =
  /^(?:i |vid |at |on )?(?:the )?(?:hörnet|hörn|gathörnet|korsningen|korsning|corner|crossing|intersection)(?: av| of| mellan| between)?[\s:]+/iu;
/** "Viktoriagatan, hörnet Vasagatan". */
const AT_CORNER =
  /,?\s+(?:(?:i |vid )?(?:hörnet|korsningen)(?: av| med| mot)?|(?:at the )?(?:corner|crossing) of)\s+/iu;
/** Between two names: "/", "&", "x" or "och"; the weaker ones count only after "hörnet". */
const STRONG = /\s*[/&]\s*|\s+x\s+/iu;
const WEAK = /\s*[/&,–]\s*|\s+(?:och|and|x|-|mot|vid|med)\s+/iu;

/** The two names of a crossing, and what follows them; null when the words name none. */
export function readCrossing(words: string): { names: [string, string]; rest: string } | null {
  const text = words.slice(0, MAX_STOP_WORDS).toWellFormed().replace(/\s+/g, " ").trim();
  if (/(?:^|\s)c\/o(?:\s|$)/i.test(text)) return null;
  const isCorner = CORNER.test(text);
  const [first = "", ...others] = text.replace(CORNER, "").split(isCorner ? WEAK : STRONG);
  const [before = "", after] = isCorner ? [] : text.split(AT_CORNER);
  if (after !== undefined) return readCrossing(`hörnet ${before}/${after}`);
  const [second = "", ...rest] = others.join(", ").split(/[,;]/).map((part) => part.trim());
  const isName = (name: string) => /\p{L}{3}/u.test(name);
  if (!isName(first) || !isName(second)) return null;
  return { names: [first.trim(), second], rest: rest.filter(Boolean).join(", ") };
}
