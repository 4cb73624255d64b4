// A real browser for tests, where there is one.
import type { Page } from "npm:playwright-core@1.65.1";
import { CHROMIUM } from "../../../support/chromium-path.ts";

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
