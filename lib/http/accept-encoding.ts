// Which coding of a body a client wants, RFC 9110 section 12.5.3.

/** Codings that answers are made in, the smaller first: it wins where a client likes both the same. */
const CODINGS = ["br", "gzip"] as const;

/** A coding of a body. */
export type Coding = typeof CODINGS[number];

/**
 * The coding that `Accept-Encoding` likes best, or null for the body as it is: when nothing was said,
 * when every coding is refused, and when the plain body is liked better.
 */
export function preferredCoding(header: string | null): Coding | null {
  if (header === null) return null;
  const likes = likesOf(header);
  const anyOther = likes.get("*") ?? 0;
  let best: Coding | null = null;
  // A plain body that is not named is acceptable, and the last choice.
  let most = likes.get("identity") ?? 0;
  for (const coding of CODINGS) {
    const q = likes.get(coding) ?? anyOther;
    const isBetter = q > most || (best === null && q > 0 && q === most);
    if (isBetter) [best, most] = [coding, q];
  }
  return best;
}

/** How much each named coding is liked, 0 (refused) to 1. What is no number is a refusal. */
function likesOf(header: string): Map<string, number> {
  const likes = new Map<string, number>();
  for (const item of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = item.split(";").map((part) => part.trim());
    const weight = parameters.find((parameter) => /^q\s*=/.test(parameter));
    const q = weight === undefined ? 1 : Number(weight.replace(/^q\s*=\s*/, ""));
    // `x-gzip` is an old name of the same, RFC 9110 section 8.4.1.3.
    if (name !== "") likes.set(name === "x-gzip" ? "gzip" : name, q >= 0 && q <= 1 ? q : 0);
  }
  return likes;
}
