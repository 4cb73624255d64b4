// Where the browser of the browser tests is; apart from its driver, which only tests need.

/**
 * Where Debian puts Chromium. Without its windows it draws the same pages and takes half the processor's time, much of
 * which goes into windows that nobody sees; with them where that is all there is.
 */
const PLACES = ["/usr/lib/chromium/chromium-headless-shell", "/usr/bin/chromium"] as const;

/** The browser, or where it would be. */
export const CHROMIUM = PLACES.find(isThere) ?? PLACES[0];

/** True when the browser is installed. */
export function hasChromium(): Promise<boolean> {
  return Promise.resolve(isThere(CHROMIUM));
}

function isThere(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
