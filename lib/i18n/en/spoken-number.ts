// English: whole numbers as one reads them aloud.

const ONES = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** `five hundred and forty-five`; up to 999 999, British. */
export function spokenNumberEn(count: number): string {
  const [thousands, rest] = [Math.floor(count / 1_000), count % 1_000];
  if (thousands === 0) return hundreds(count);
  const head = `${hundreds(thousands)} thousand`;
  if (rest === 0) return head;
  return rest < 100 ? `${head} and ${hundreds(rest)}` : `${head} ${hundreds(rest)}`;
}

function hundreds(count: number): string {
  const [hundred, rest] = [Math.floor(count / 100), count % 100];
  if (hundred === 0) return below100(count);
  return `${ONES[hundred]} hundred${rest === 0 ? "" : ` and ${below100(rest)}`}`;
}

function below100(count: number): string {
  if (count < 20) return ONES[count] ?? "";
  const one = count % 10;
  return `${TENS[Math.floor(count / 10)]}${one === 0 ? "" : `-${ONES[one]}`}`;
}
