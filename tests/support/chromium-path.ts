// Where the browser of the browser tests is; apart from its driver, which only tests need.

/** Where Debian puts Chromium. */
export const CHROMIUM = "/usr/bin/chromium";

/** True when the browser is installed. */
export async function hasChromium(): Promise<boolean> {
  try {
    return (await Deno.stat(CHROMIUM)).isFile;
  } catch {
    return false;
  }
}
