// A field of a file for spreadsheets: none of it is carried out, whatever somebody wrote.

/** What a spreadsheet takes for a formula, also after blanks, and in the wide forms of other keyboards. */
const FORMULA = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20\u2212]/;

/**
 * The field. Text that a spreadsheet would take for a formula begins with an apostrophe, which it shows as text
 * (OWASP, CSV injection); quotes where RFC 4180 wants them.
 */
export function csvField(text: string, separator: "," | ";"): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  const isPlain = !safe.includes(separator) && !/["\r\n]/.test(safe);
  return isPlain ? safe : `"${safe.replaceAll('"', '""')}"`;
}
