// The browser of the browser tests: Debian's Chromium, driven by playwright-core.
import { type Browser, chromium } from "npm:playwright-core@1.65.1";
import { CHROMIUM } from "./chromium-path.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a headless browser, with `more` flags of the caller's. The caller closes it. */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: [...FLAGS, ...more] });
}
