// A real browser for tests, where there is one.
import { type Browser, chromium, type Page } from "npm:playwright-core@1.65.1";

const CHROMIUM = "/usr/bin/chromium";
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export type { Page };

/** Whether this machine has the browser; says so when it has not. */
export function hasBrowser(): boolean {
  try {
    Deno.statSync(CHROMIUM);
    return true;
  } catch {
    console.log(`skipped: no browser at ${CHROMIUM}`);
    return false;
  }
}

/** Starts the browser. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}
