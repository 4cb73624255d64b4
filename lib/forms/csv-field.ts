// Files for spreadsheets, and their fields: none of it is carried out, whatever somebody wrote.

/** Marks the file as UTF-8: without it a spreadsheet reads Swedish letters as something else. */
const BYTE_ORDER_MARK = "\ufeff";
/** What Swedish spreadsheets expect between fields; their comma stands in numbers. */
const SEPARATOR = ";";
/** What a spreadsheet takes for a formula, also after blanks, and in the wide forms of other keyboards. */
const FORMULA = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20\u2212]/;

/** A whole file, lines ended as RFC 4180 has them. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((text) => csvField(text, SEPARATOR)).join(SEPARATOR));
  return BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join("");
}

/**
 * The field. Text that a spreadsheet would take for a formula begins with an apostrophe, which it shows as text
 * (OWASP, CSV injection); quotes where RFC 4180 wants them.
 */
export function csvField(text: string, separator: "," | ";"): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  const isPlain = !safe.includes(separator) && !/["\r\n]/.test(safe);
  return isPlain ? safe : `"${safe.replaceAll('"', '""')}"`;
}
