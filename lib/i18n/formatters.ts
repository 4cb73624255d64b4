// Formatters of a language, made once for each way of writing: making one takes longer than hundred uses, and a day
// of trips has hundreds of rows.

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** Writes numbers. The ways of writing are ours, so few are kept. */
export function numberFormat(intl: string, options: Intl.NumberFormatOptions = {}) {
  return kept(numbers, intl, options, () => new Intl.NumberFormat(intl, options));
}

/** Writes dates and times. */
export function dateFormat(intl: string, options: Intl.DateTimeFormatOptions) {
  return kept(dates, intl, options, () => new Intl.DateTimeFormat(intl, options));
}

function kept<Format>(
  formats: Map<string, Format>,
  intl: string,
  options: object,
  make: () => Format,
): Format {
  const name = intl + JSON.stringify(options);
  const known = formats.get(name) ?? make();
  formats.set(name, known);
  return known;
}
