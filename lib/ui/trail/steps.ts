// The last minute of this page, in memory: what happened, when, by names and numbers of our own.
import { MAX_STEPS, TRAIL_MS } from "../../trail/trail.ts";
import { familyOf, TOLD_SHAPE } from "../../trail/trail-shapes.ts";
import { controlOf } from "./controls.ts";

/** A step as it is sent: what it is, milliseconds before the failure, and its particulars. */
export type SentStep = [kind: string, agoMs: number, ...particulars: (string | number)[]];

/** What the browser measured of the page, in milliseconds; the shift in thousandths. */
export const vitals: Partial<Record<"lcp" | "inp" | "ttfb" | "cls", number>> = {};

/** Names of the islands that answer, by their numbers on the page. */
const islands: string[] = [];
const kept: SentStep[] = [];
/** A control that is held down: what acts at once fails before anything is clicked. */
let pressed: SentStep[] = [];

/** An answer, with what the server says beside it in `Server-Timing`. */
type Told = PerformanceResourceTiming & { responseStatus: number };

/** Route, reference and error code that came with an answer, "" where nothing did. */
function told({ serverTiming }: Told): string {
  const { description = "" } = serverTiming?.find(({ name }) => name === "trail") ?? {};
  return TOLD_SHAPE.test(description) ? description : "";
}

/** Remembers a step that happened at `at`, on the clock of `performance`. */
export function keep(kind: string, at: number, ...particulars: (string | number)[]): void {
  kept.push([kind, at, ...particulars]);
  // The first says which page this is: it stays.
  if (kept.length > MAX_STEPS) kept.splice(1, 1);
}

/** The page and the last minute. */
export function lastMinute(): SentStep[] {
  const now = performance.now();
  return [...kept, ...pressed].filter(([kind, at]) => kind === "page" || now - at < TRAIL_MS)
    .map(([kind, at, ...more]) => [kind, Math.round(now - at), ...more]);
}

/** Begins to remember. */
export function remember(): void {
  const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  // A browser may tell nothing of how the page came; the rest of the minute is kept all the same.
  if (page) {
    vitals.ttfb = Math.round(page.responseStart);
    keep("page", 0, page.type, familyOf(document.referrer, origin), told(page));
  }
  watch<Told>("resource", (one) => {
    if (one.initiatorType !== "fetch") return;
    const asked = told(one) || familyOf(one.name, origin);
    keep("ask", one.startTime, one.responseStatus, Math.round(one.duration), asked);
  });
  watch<PerformanceMark>("mark", ({ name, detail, startTime }) => {
    const [, island] = name.split("island:");
    if (!island) return;
    islands[detail] = island;
    keep("island", startTime, island);
  });
  rememberVitals();
  rememberDeeds();
}

function rememberVitals(): void {
  watch("largest-contentful-paint", ({ startTime }) => vitals.lcp = Math.round(startTime));
  watch<PerformanceEntry & { hadRecentInput: boolean; value: number }>(
    "layout-shift",
    ({ hadRecentInput, value }) => {
      if (!hadRecentInput) vitals.cls = (vitals.cls ?? 0) + Math.round(value * 1000);
    },
  );
  watch("event", ({ duration }) => vitals.inp = Math.max(vitals.inp ?? 0, Math.round(duration)));
}

function rememberDeeds(): void {
  const words =
    "click input change submit pointerdown pointercancel online offline visibilitychange";
  for (const word of words.split(" ")) {
    addEventListener(word, ({ target, isTrusted, timeStamp }) => {
      if (!(target instanceof Element)) {
        return keep(word, timeStamp, +document.hidden);
      }
      const control = isTrusted && controlOf(target, islands);
      if (!control) return;
      pressed = word === "pointerdown" ? [["click", timeStamp, ...control]] : [];
      // Of what is typed the first letter is enough.
      if (word[0] === "p" || (word === "input" && kept.at(-1)?.[2] === control[0])) return;
      keep(word, timeStamp, ...control);
    }, true);
  }
}

function watch<Entry extends PerformanceEntry>(type: string, each: (entry: Entry) => void): void {
  new PerformanceObserver((list) => (list.getEntries() as Entry[]).forEach(each))
    .observe({ type, buffered: true });
}
