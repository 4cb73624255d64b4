// When somebody may come back who asked too much at once, in words.
import type { Locale } from "../kernel/locale.ts";
import { textsFor } from "./texts.ts";

/** The sentence: in seconds up to a minute and a half, in minutes from there on. */
export function comeBackWords(locale: Locale, seconds: number): string {
  const { comeBack } = textsFor(locale).errors;
  return seconds <= 90 ? comeBack.seconds(seconds) : comeBack.minutes(Math.ceil(seconds / 60));
}
