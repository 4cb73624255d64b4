// Names that turn, stretch or hide the text they stand in unless they stand apart.

/** Names without a space, so that the first word of each is the whole. */
export const SENTINELS: Readonly<Record<string, string>> = {
  "an Arabic name": "مرحبا-بالعالم",
  "a Hebrew name": "שלום-עולם",
  "a name with an override in it": "Ali\u202eeci",
  "a name of eighty characters": "Wolfeschlegelsteinhausenbergerdorff".repeat(3).slice(0, 80),
  "a name with marks nobody sees": "Ma\u200bja\u2066x",
};
