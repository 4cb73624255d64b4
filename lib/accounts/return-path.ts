// Where somebody goes on after signing in: an address of ours that they came from, and nothing else.

/** Longest address that is kept. */
const MAX_RETURN = 500;

/**
 * The path of `asked` when it is one of ours, else `otherwise`. Read as a browser would read it, so that `//evil`,
 * `/\evil`, a tab or an encoded slash lead nowhere else.
 */
export function returnPath(asked: string | null, otherwise: string): string {
  if (asked === null || asked.length > MAX_RETURN || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked)) {
    return otherwise;
  }
  if (asked.includes("\\") || /%(?:2f|5c|0[0-9a-f]|1[0-9a-f])/i.test(asked)) return otherwise;
  const base = "https://here.invalid";
  const url = URL.canParse(asked, base) ? new URL(asked, base) : null;
  if (url === null || url.origin !== base) return otherwise;
  // Dots are worked out by then: what is left may begin as the address of another host.
  return url.pathname.startsWith("//") ? otherwise : url.pathname + url.search;
}
