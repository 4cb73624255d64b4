// The words times are said with, Swedish and English.

/** Numbers a clock or a span is said with. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(Object.entries({
  noll: 0,
  en: 1,
  ett: 1,
  två: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  åtta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
  tretton: 13,
  fjorton: 14,
  femton: 15,
  sexton: 16,
  sjutton: 17,
  arton: 18,
  nitton: 19,
  tjugo: 20,
  tjugoett: 21,
  tjugotvå: 22,
  tjugotre: 23,
  tjugofyra: 24,
  tjugofem: 25,
  trettio: 30,
  fyrtio: 40,
  fyrtiofem: 45,
  an: 1,
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  noon: 12,
  midnight: 0,
  twenty: 20,
  "twenty-five": 25,
  thirty: 30,
  forty: 40,
}));

/** Days said by how far away they are; longer words first. */
export const DAY_WORDS: readonly (readonly [RegExp, number])[] = [
  [/(?<!\p{L})(?:i ?)?övermorgon(?!\p{L})|day after tomorrow/u, 2],
  [/(?<!\p{L})i ?(?:morgon|morron|morrn)(?: bitti)?(?!\p{L})|\btomorrow\b/u, 1],
  [/(?<!\p{L})i ?dag(?!\p{L})|\btoday\b|\btonight\b|(?<!\p{L})i ?(?=kväll|eftermiddag)/u, 0],
];

/** ISO weekday numbers: Monday is 1. */
export const WEEKDAY_WORDS: ReadonlyMap<string, number> = new Map(
  [
    ["måndag", "mån", "monday", "mon"],
    ["tisdag", "tis", "tuesday", "tue"],
    ["onsdag", "ons", "wednesday", "wed"],
    ["torsdag", "tors", "tor", "thursday", "thu"],
    ["fredag", "fre", "friday", "fri"],
    ["lördag", "lör", "saturday", "sat"],
    ["söndag", "sön", "sunday", "sun"],
  ].flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
);

/** Names of the months, January first. */
export const MONTH_WORDS: readonly (readonly string[])[] = [
  ["januari", "january", "jan"],
  ["februari", "february", "feb"],
  ["mars", "march", "mar"],
  ["april", "apr"],
  ["maj", "may"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["augusti", "august", "aug"],
  ["september", "sept", "sep"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nov"],
  ["december", "dec"],
];
