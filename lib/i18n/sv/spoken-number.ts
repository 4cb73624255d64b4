// Swedish: whole numbers as one reads them aloud.

const ONES = [
  "noll",
  "ett",
  "två",
  "tre",
  "fyra",
  "fem",
  "sex",
  "sju",
  "åtta",
  "nio",
  "tio",
  "elva",
  "tolv",
  "tretton",
  "fjorton",
  "femton",
  "sexton",
  "sjutton",
  "arton",
  "nitton",
];
const TENS = [
  "",
  "",
  "tjugo",
  "trettio",
  "fyrtio",
  "femtio",
  "sextio",
  "sjuttio",
  "åttio",
  "nittio",
];

/** `femhundrafyrtiofem`; up to 999 999, written as one word as Swedish does. */
export function spokenNumberSv(count: number): string {
  const thousands = Math.floor(count / 1_000);
  if (thousands === 0) return hundreds(count);
  // Tusen takes ett, but a t that would be the third in a row is dropped.
  const head = `${hundreds(thousands)}tusen`.replace("ttt", "tt");
  return count % 1_000 === 0 ? head : head + hundreds(count % 1_000);
}

function hundreds(count: number): string {
  const [hundred, rest] = [Math.floor(count / 100), count % 100];
  if (hundred === 0) return below100(count);
  return `${ONES[hundred]}hundra${rest === 0 ? "" : below100(rest)}`;
}

function below100(count: number): string {
  if (count < 20) return ONES[count] ?? "";
  return `${TENS[Math.floor(count / 10)]}${count % 10 === 0 ? "" : ONES[count % 10]}`;
}
