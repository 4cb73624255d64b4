// Which class a file belongs to. This table is the only place that knows how the sources are laid out.
import { LOCALES } from "../../lib/kernel/locale.ts";

/** Classes of code by what a fault in it costs; the first row that fits names the class. */
const CLASSES: readonly (readonly [name: string, fits: RegExp])[] = [
  ["security", /^lib\/(security|accounts|http\/middleware)\/|(manage-link|quote-signature)\.ts$/],
  ["money", /^lib\/pricing\/|^lib\/(kernel\/)?money\.ts$|^lib\/booking\/cancellation/],
  [
    "atomicity",
    /^lib\/kv\/|-store\.ts$|^lib\/booking\/[a-z]+-([a-z]+-)?booking\.ts$|^lib\/(dispatch|fleet)\/.*(schedule|vehicle-day|free-vehicles)/,
  ],
];

/** The dictionaries: what they say to people is for people to judge. */
const TEXTS = new RegExp(`(^|/)i18n/(${LOCALES.join("|")})[-/]`);

/** Everything that fits no other row. */
export const OTHER_CODE = "else";

/** The class of a file: `money`, `atomicity`, `security` or `else`. */
export function codeClass(path: string): string {
  return CLASSES.find(([, fits]) => fits.test(path))?.[0] ?? OTHER_CODE;
}

/** Whether the strings of a file are texts for people. */
export function isText(path: string): boolean {
  return TEXTS.test(path);
}
