// A board in a browser: when its first trip stands there, what it costs the browser, and how soon a change is seen.
import type { Browser, Page } from "npm:playwright-core@1.65.1";
import type { BookingSummary } from "../../lib/booking/booking.ts";
import { paths } from "../../lib/kernel/paths.ts";
import type { RunningBoard } from "./board-process.ts";
import { pause } from "./time.ts";

/** Rows that are given a driver and lose them again. */
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

/** From a command being sent to the row being drawn otherwise, in milliseconds, of every change. */
export async function updateTimes(page: Page, board: RunningBoard): Promise<number[]> {
  const ids = await page.locator("tr.trip").evaluateAll((rows) => rows.map(({ id }) => id));
  const times: number[] = [];
  for (const id of ids.map((one) => one.slice("trip-".length))) {
    if (times.length >= CHANGED_ROWS * 2) break;
    const row = await shownOf(board, id);
    if (row.status !== "confirmed") continue;
    const driverId = `D${row.vehicleId.slice(1)}`;
    const assign = { type: "assign", driverId };
    const assigned = await change(page, board, row, assign) ??
      await change(page, board, row, { ...assign, override: "Prov" });
    if (assigned === null) continue;
    const freed = await change(page, board, assigned.row, { type: "unassign", reason: "Prov" });
    times.push(assigned.ms, ...(freed === null ? [] : [freed.ms]));
  }
  return times;
}

/** What both boards say of a booking. */
type Shown = Pick<BookingSummary, "id" | "version" | "status" | "vehicleId">;

async function shownOf({ headers, origin }: RunningBoard, id: string): Promise<Shown> {
  return await (await fetch(`${origin}/api/admin/bookings/${id}`, { headers })).json();
}

/** Null where the command was refused. */
async function change(
  page: Page,
  { origin, headers }: RunningBoard,
  { id, version }: Shown,
  command: Record<string, unknown>,
): Promise<{ row: Shown; ms: number } | null> {
  await page.evaluate(watchRow, `trip-${id}`);
  const sentMs = Date.now();
  const response = await fetch(`${origin}${paths.api.adminBookingCommands(id)}`, {
    method: "POST",
    headers: {
      ...headers,
      "content-type": "application/json",
      "idempotency-key": crypto.randomUUID(),
    },
    body: JSON.stringify({ ...command, expectedVersion: version }),
  });
  const row: Shown = await response.json();
  if (!response.ok) return null;
  const seenMs = await Promise.race([
    page.evaluate(() => (globalThis as { seen?: Promise<number> }).seen),
    pause(MAX_SEEN_MS),
  ]);
  if (typeof seenMs !== "number") throw new Error(`A change of ${id} was not seen`);
  return { row, ms: seenMs - sentMs };
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
