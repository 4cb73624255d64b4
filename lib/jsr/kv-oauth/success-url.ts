// Where somebody goes once they are signed in or out: an address of the program's own, and nothing else.

/** Longest address that is followed. */
const MAX_LENGTH = 2_000;

/** The `success_url` of a request when it is our own, else where the request came from when that is, else `/`. */
export function successUrl(request: Request): string {
  const asked = new URL(request.url).searchParams.get("success_url");
  if (asked !== null) return isOwn(asked, request.url) ? asked : "/";
  const referer = request.headers.get("referer");
  return referer !== null && URL.canParse(referer) &&
      new URL(referer).origin === new URL(request.url).origin
    ? referer
    : "/";
}

/** True for an address that every browser takes for one of this origin: `//evil`, `/\evil` and a tab lead elsewhere. */
export function isOwn(asked: string, requestUrl: string): boolean {
  if (asked.length > MAX_LENGTH || !/^[\x21-\x5b\x5d-\x7e]+$/.test(asked)) return false;
  if (!/^(\/(?!\/)|https?:\/\/)/.test(asked) || /%(?:2f|5c|0[0-9a-f]|1[0-9a-f])/i.test(asked)) {
    return false;
  }
  const { origin } = new URL(requestUrl);
  const url = URL.canParse(asked, origin) ? new URL(asked, origin) : null;
  // Dots are worked out by then: what is left may begin as the address of another host.
  return url !== null && url.origin === origin && url.username === "" &&
    !url.pathname.startsWith("//");
}
