// A message as a letter: heading, words, facts and one thing to press. Mail, SMS and push are made of it.

/** A fact of the letter. */
export interface LetterRow {
  label: string;
  value: string;
  /** What it was before; "" when it is as it was. */
  was: string;
}

/** What a message says, whatever it is written on. */
export interface Letter {
  subject: string;
  title: string;
  lead: readonly string[];
  rows: readonly LetterRow[];
  /** What has to be typed somewhere; "" for nothing. */
  code: string;
  /** The one thing to press; null for none. */
  action: { label: string; href: string } | null;
  small: readonly string[];
}

/** The letter as plain text. */
export function letterText(letter: Letter, wasBefore: (value: string) => string): string {
  const { title, lead, rows, code, action, small } = letter;
  const facts = rows.map(({ label, value, was }) =>
    `${label}: ${value}${was === "" ? "" : ` (${wasBefore(was)})`}`
  );
  const parts = [
    title,
    lead.join("\n"),
    code,
    facts.join("\n"),
    action === null ? "" : `${action.label}:\n${action.href}`,
    small.join("\n"),
  ];
  return plainSpaces(`${parts.filter((part) => part !== "").join("\n\n")}\n`);
}

/** Ordinary spaces for those that keep `100 kr` together: an SMS with one of them holds less than half as much. */
export function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}

/** A person's words inside a sentence: they turn nothing beside them (UAX 9, 2.7). */
export function apart(words: string): string {
  return words === "" ? "" : `\u2068${words}\u2069`;
}
