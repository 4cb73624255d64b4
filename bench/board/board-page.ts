// A board in a browser: when its first trip stands there, what it costs the browser, and how soon a change is seen.
import type { Browser, Page } from "npm:playwright-core@1.65.1";
import type { BookingSummary } from "../../lib/booking/booking.ts";
import { paths } from "../../lib/kernel/paths.ts";
import type { RunningBoard } from "./board-process.ts";
import { pause } from "./time.ts";

/** Rows whose trip goes on a step, which is taken back. */
const CHANGED_ROWS = 20;
/** How long the browser goes on with what the page began, in milliseconds. */
const SETTLE_MS = 700;
/** Longest a change may take to be seen before the bench gives up, in milliseconds. */
const MAX_SEEN_MS = 10_000;

/** What opening a board costs. */
export interface Opening {
  /** From the address to the first trip on the screen. */
  firstRowMs: number;
  /** Bytes of the page on the wire. */
  pageBytes: number;
  /** What the browser's main thread did until the page rests. */
  taskMs: number;
}

/** A page of a signed-in operator. */
export async function boardPage(browser: Browser, board: RunningBoard): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: board.origin, viewport: { width: 1360, height: 900 }, locale: "sv-SE" },
  });
  const [name = "", value = ""] = (board.headers["cookie"] ?? "").split("=");
  await context.addCookies([{ name, value, url: board.origin }]);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector("tr.trip") === null) return requestAnimationFrame(look);
      // Behind the frame that draws it.
      requestAnimationFrame(() =>
        setTimeout(() =>
          Object.assign(globalThis, {
            firstRowMs: performance.now(),
          })
        )
      );
    };
    look();
  });
  return page;
}

/** Opens the board once. */
export async function openingOf(page: Page): Promise<Opening> {
  await page.goto("about:blank");
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const tasks = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
  };
  const before = await tasks();
  await page.goto(paths.admin());
  await page.waitForFunction(() => "firstRowMs" in globalThis);
  await pause(SETTLE_MS);
  const [firstRowMs, pageBytes] = await page.evaluate(() => {
    const [own] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return [(globalThis as { firstRowMs?: number }).firstRowMs ?? 0, own?.transferSize ?? 0];
  });
  const taskMs = await tasks() - before;
  await session.detach();
  return { firstRowMs, pageBytes, taskMs };
}

/** What may be done next with a trip, by its state. */
const NEXT_STEP: Readonly<Record<string, string>> = {
  confirmed: "assign",
  assigned: "depart",
  "en-route": "arrive",
  arrived: "board",
  "on-board": "complete",
};

/** What both boards say of a booking, and of the act that changed it. */
interface Shown extends Pick<BookingSummary, "id" | "version" | "status" | "vehicleId"> {
  act?: { id: string } | null;
}

/** From an act or its undo being sent to the row being drawn otherwise, in milliseconds, of every change. */
export async function updateTimes(page: Page, board: RunningBoard): Promise<number[]> {
  const ids = await page.locator("tr.trip").evaluateAll((rows) => rows.map(({ id }) => id));
  const times: number[] = [];
  for (const id of ids.map((one) => one.slice("trip-".length))) {
    if (times.length >= CHANGED_ROWS * 2) break;
    const shown = await ask<Shown>(board, `/api/admin/bookings/${id}`, null);
    const type = NEXT_STEP[shown?.status ?? ""];
    if (shown === null || type === undefined) continue;
    const path = paths.api.adminBookingCommands(shown.id);
    const given = {
      ...(type === "assign" ? { driverId: `D${shown.vehicleId.slice(1)}` } : { confirmed: true }),
      ...{ type, expectedVersion: shown.version },
    };
    const done = await seenAfter(page, id, () => ask<Shown>(board, path, given));
    if (done === null) continue;
    times.push(done.ms);
    const undo = paths.api.adminAct(done.answer.act?.id ?? "");
    const undone = await seenAfter(page, id, () => ask(board, undo, { type: "undo" }));
    if (undone !== null) times.push(undone.ms);
  }
  return times;
}

/** Null where it was refused. */
async function ask<Answer>(
  { origin, headers }: RunningBoard,
  path: string,
  body: Record<string, unknown> | null,
): Promise<Answer | null> {
  const key = { "idempotency-key": crypto.randomUUID() };
  const response = await fetch(origin + path, {
    headers: { ...headers, ...(body === null ? {} : key), "content-type": "application/json" },
    ...(body === null ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  return response.ok ? answer : null;
}

/** Does something, and waits until its row is drawn otherwise; null where it was refused. */
async function seenAfter<Answer>(
  page: Page,
  id: string,
  act: () => Promise<Answer | null>,
): Promise<{ answer: Answer; ms: number } | null> {
  await page.evaluate(watchRow, `trip-${id}`);
  const sentMs = Date.now();
  const answer = await act();
  if (answer === null) return null;
  const seenMs = await Promise.race([
    page.evaluate(() => (globalThis as { seen?: Promise<number> }).seen),
    pause(MAX_SEEN_MS),
  ]);
  if (typeof seenMs !== "number") throw new Error(`A change of ${id} was not seen`);
  return { answer, ms: seenMs - sentMs };
}

/** In the page: `seen` is when the row had been drawn otherwise. */
function watchRow(id: string): void {
  const before = document.getElementById(id)?.innerHTML;
  const seen = new Promise<number>((resolve) => {
    const look = () => {
      if (document.getElementById(id)?.innerHTML === before) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
    };
    look();
  });
  Object.assign(globalThis, { seen });
}
