// bench/board: telephone orders at the speed of a dispatcher, by keyboard alone: callers who are known and who are new.
// Wanted: median 20 s, and 25 keys beside the words.
import type { Page } from "npm:playwright-core@1.65.1";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { launchChromium } from "../../tests/support/chromium.ts";
import { CHROMIUM, hasChromium } from "../../tests/support/chromium-path.ts";
import { serveApp } from "../../tests/support/served-app.ts";
import { pause } from "./time.ts";

const RUNS = 4;
const WANTED_SECONDS = 20;
const WANTED_KEYS = 25;
/**
 * Times of the keystroke-level model (Card, Moran and Newell 1980), ms: a key of an average skilled typist, five a
 * second (a good one makes eight, the best twelve), and the thought before each new part of what the caller says.
 */
const KEY_MS = 200;
const THINK_MS = 1_350;
const KNOWN = "0701234567";
const { order } = textsFor("sv");

interface Call {
  seconds: number;
  /** What of it the dispatcher typed and thought; the rest was waited for. */
  ownSeconds: number;
  /** Keys beside the words: what leads from field to field, chooses and books. */
  keys: number;
}

/** Takes calls and prints how long they were. */
export async function measureOrders(): Promise<void> {
  if (!await hasChromium()) return console.info(`orders left out: ${CHROMIUM} is missing`);
  const app = await serveApp();
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({
      baseURL: app.origin,
      viewport: { width: 1440, height: 900 },
      locale: "sv-SE",
    });
    await page.goto(await app.operatorLink("Sara Lindh"));
    await page.getByRole("button").first().click();
    await page.waitForURL(`**${paths.admin()}*`);
    // Somebody who has gone with us before.
    await call(page, (hands) => newCaller(page, hands, { phone: KNOWN, at: "imorgon 9.10" }));
    const known: Call[] = [];
    const unknown: Call[] = [];
    for (let run = 0; run < RUNS; run++) {
      const at = `imorgon 1${run}.10`;
      const phone = `031765432${run}`;
      known.push(await call(page, (hands) => knownCaller(page, hands, at)));
      unknown.push(await call(page, (hands) => newCaller(page, hands, { phone, at })));
    }
    report("a known caller", known);
    report("a new caller", unknown);
    report("all calls", [...known, ...unknown]);
  } finally {
    await browser.close();
    await app[Symbol.asyncDispose]();
  }
}

/** What a dispatcher does, at the speed of one. */
interface Hands {
  type: (words: string) => Promise<void>;
  press: (...keys: string[]) => Promise<void>;
  think: () => Promise<void>;
}

async function call(page: Page, take: (hands: Hands) => Promise<void>): Promise<Call> {
  await page.goto(paths.admin());
  await page.waitForLoadState("networkidle");
  let [keys, ownMs] = [0, 0];
  const rest = async (ms: number) => {
    ownMs += ms;
    await pause(ms);
  };
  const before = performance.now();
  const press: Hands["press"] = async (...pressed) => {
    for (const key of pressed) {
      keys++;
      await rest(KEY_MS);
      await page.keyboard.press(key);
    }
  };
  const type: Hands["type"] = async (words) => {
    await rest(THINK_MS);
    for (const key of words) {
      await rest(KEY_MS);
      await page.keyboard.type(key);
    }
  };
  await page.evaluate((href) => location.assign(href), paths.adminNewBooking());
  keys++;
  await page.waitForFunction(() => document.activeElement?.id === "phone");
  await take({ type, press, think: () => rest(THINK_MS) });
  // The board takes what was booked from its address and says it.
  await page.waitForURL(/booked=/, { waitUntil: "commit" });
  await page.locator(".booked-note").waitFor();
  return { seconds: (performance.now() - before) / 1_000, ownSeconds: ownMs / 1_000, keys };
}

async function knownCaller(page: Page, hands: Hands, at: string): Promise<void> {
  const { type, press } = hands;
  await type(KNOWN);
  await page.locator("[data-trip]").first().waitFor();
  await press("Tab", "1");
  await page.waitForFunction(() => document.activeElement?.id === "when");
  await type(at);
  await book(page, hands);
}

async function newCaller(
  page: Page,
  hands: Hands,
  { phone, at }: { phone: string; at: string },
): Promise<void> {
  const { type, press } = hands;
  await type(phone);
  await press("Tab");
  await type("Bo Ask");
  await press("Tab");
  for (const words of ["landvett", "drottningt"]) {
    await type(words);
    await page.getByRole("option").first().waitFor();
    await press("Tab");
  }
  await type(at);
  await book(page, hands);
}

/** Reads the sentence out and books it. */
async function book(page: Page, { press, think }: Hands): Promise<void> {
  await page.getByText(order.readAloud).waitFor();
  await think();
  await press("Control+Enter");
}

function report(name: string, calls: readonly Call[]): void {
  const seconds = median(calls.map((each) => each.seconds));
  const waited = median(calls.map((each) => each.seconds - each.ownSeconds));
  const keys = Math.max(...calls.map((each) => each.keys));
  const isWanted = seconds <= WANTED_SECONDS && keys <= WANTED_KEYS;
  const verdict = isWanted ? "as wanted" : "short of what is wanted";
  console.info(
    `${name}: median ${seconds.toFixed(1)} s (wanted ${WANTED_SECONDS}), of which ` +
      `${waited.toFixed(1)} s waited for the product; at most ${keys} keys beside the words ` +
      `(wanted ${WANTED_KEYS}): ${verdict}`,
  );
}

/** Of an even number the middle of the two. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

if (import.meta.main) await measureOrders();
