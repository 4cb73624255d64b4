// House rules about the syntax of files: sizes, casts, default exports, and tests that wait for the clock.
import assert from "node:assert/strict";
import { filesBelow, ROOT } from "./support/module-graph.ts";
import { casts, clockUses, defaultExports, longFunctions } from "./support/syntax.ts";

/** Where the product lives. */
const PRODUCT = ["lib", "routes", "islands", "scripts"].flatMap((folder) => filesBelow(folder))
  .concat("main.ts", "dev.ts");
const OURS = PRODUCT.filter((path) => !path.startsWith("lib/jsr/"));

/** Longest file of the product and longest of its tests, in lines; past it, meaning has not been split. */
const MAX_LINES = 250;
const MAX_TEST_LINES = 350;
/** Longest function, in lines. */
const MAX_FUNCTION_LINES = 60;

/** Files that are longer than they should be; they may shrink, not grow, and leave the list when they fit. */
const LONG_FILES: Readonly<Record<string, number>> = {};

/** Functions that are longer than they should be, with their lines: markup, or a closure over one state. */
const LONG_FUNCTIONS: Readonly<Record<string, number>> = {
  "islands/DayBoard.tsx DayBoard": 85,
  "islands/PlaceField.tsx PlaceField": 100,
  "lib/jsr/fresh/client/slots.ts slotReader": 68,
  "lib/ui/operator/pane/use-pane.ts usePane": 62,
  "scripts/stage/shown-pages.ts shownPages": 86,
};

/** Where a type is asserted that the compiler cannot know, and why it holds. */
const CASTS: Readonly<Record<string, readonly [count: number, why: string]>> = {
  "lib/booking/booking.ts": [1, "makes ids"],
  "lib/bookkeeping/open-books.ts": [1, "what was put under a key comes out as its family's"],
  "lib/bookkeeping/book-note.ts": [1, "makes ids"],
  "lib/bookkeeping/sale.ts": [1, "makes ids"],
  "lib/booking/stored-booking.ts": [2, "parses rows of any release"],
  "lib/booking/stored-summary.ts": [2, "parses rows of any release"],
  "lib/places/stored-places.ts": [2, "parses rows of any release"],
  "lib/retention/stored-notice.ts": [1, "parses rows of any release"],
  "lib/setup/fleet-tables.ts": [5, "parses cells that were checked"],
  "lib/setup/landmark-table.ts": [2, "parses cells that were checked"],
  "lib/fleet/stored-fleet.ts": [4, "parses rows of any release"],
  "lib/pricing/stored-pricing.ts": [3, "parses rows of any release"],
  "lib/fleet/vehicle.ts": [3, "makes ids"],
  "lib/payments/payment.ts": [2, "makes ids"],
  "lib/pricing/tariff-draft.ts": [1, "makes ids"],
  "lib/pricing/quote.ts": [1, "makes ids"],
  "lib/cache/cache.ts": [2, "what was put under a key comes out as its loader gave it"],
  "lib/kv/family.ts": [2, "gives a key the type of its value"],
  "lib/kv/feed-row.ts": [1, "what a row was written as, when it was never anything else"],
  "lib/kv/read.ts": [3, "as many entries as keys, and a selector with the type of its values"],
  "lib/kv/read-some.ts": [1, "a selector with the type of its values"],
  "lib/kv/sealed-fields.ts": [1, "a row without some of its fields until they are put back"],
  "lib/kv/stored-row.ts": [2, "what a row was written as, when it is of today"],
  "lib/kv/transaction.ts": [1, "Deno's type of a key does not know the versionstamp"],
  "lib/board/change-input.ts": [1, "Object.fromEntries() forgets the names of the fields"],
  "lib/booking/operator-act.ts": [1, "makes an id"],
  "lib/booking/change-booking.ts": [1, "a command beside what it was planned for"],
  "lib/resilience/recovery.ts": [1, "a strategy for an operation answers as the operation does"],
  "lib/kernel/settings.ts": [1, "Object.fromEntries() forgets the names of the rows"],
  "lib/assembly/settings.ts": [1, "a list of words reads text, which Zod does not say"],
  "lib/pricing/quote-rules.ts": [1, "parses what was signed"],
  "lib/places/word-match.ts": [1, "three rows, made in the line above"],
  "lib/ui/customer/booking/BookingHistory.tsx": [
    1,
    "a status looked up in a table of some of them",
  ],
  "lib/ui/customer/map/draw-map.ts": [1, "parses our own file of roads"],
  "lib/ui/customer/pages/surcharge-times.ts": [1, "Object.keys() of a closed table"],
  "lib/ui/customer/place-suggestions.ts": [1, "parses our own API"],
  "lib/ui/trail/page-fault.ts": [2, "reads the browser's own events, which have no type in common"],
  "lib/ui/trail/steps.ts": [2, "the browser's own entries, by the name of their kind"],
  "lib/ui/customer/trip/trip-draft.ts": [1, "parses our own draft"],
  "lib/ui/customer/trip/trip-preview.ts": [1, "parses our own API"],
  "routes/_error.tsx": [1, "a status looked up in a table of some of them"],
  "scripts/build-icons.ts": [2, "a package without types for its parts"],
  "scripts/build-places.ts": [1, "parses a source"],
  "scripts/build-roads.ts": [2, "pairs"],
  "scripts/data/base-map.ts": [1, "Object.keys() of a closed table"],
  "scripts/data/build-sweden.ts": [1, "parses a source"],
  "scripts/data/source-packages.ts": [1, "parses a source"],
  "scripts/demo/demo-trips.ts": [1, "an index below the length"],
  "scripts/screenshots.ts": [1, "what axe answers in the page"],
  "scripts/seed-demo.ts": [3, "pairs"],
};

/** Where tests use the machine's clock, and why no result depends on it. */
const CLOCK_USES: Readonly<Record<string, string>> = {
  "tests/push/push-gateway_test.ts": "the library dates who we are by the machine's clock",
  "tests/accounts/announce-links_test.ts": "keeps the process awake for a signal",
  "tests/board/board-streams_test.ts":
    "lets the server look at its sockets once; repeats until it has",
  "tests/routing/osrm-gateway_test.ts":
    "frees a server that a broken time limit would leave waiting",
  "tests/ui/operator/live/follow-page_test.ts":
    "a timer's type is the platform's, so its fake makes a real one and clears it",
  "tests/ui/operator/live/feed-client_test.ts":
    "makes a timer's handle and clears it in the next line",
  "tests/ui/customer/booking/ticket-follower_test.ts":
    "makes a timer's handle and clears it in the next line",
  "tests/support/killed-rides.ts": "kills a process at a moment of its work",
  "tests/crash/served-kills_test.ts":
    "the served product has the machine's clock, and takes no pickup that is past",
  "tests/dev_test.ts": "a real process: it says nothing when it begins to answer",
  "tests/scripts/support/faulty-server.ts":
    "a timer that throws is the fault the server must survive",
  "tests/support/hostile/attack.ts":
    "frees a run that a request without an answer would leave waiting",
  "tests/support/production-server.ts":
    "a real process with the machine's clock, and a file system: neither says when it is done",
  "tests/peers/denokv_test.ts":
    "real processes: they say nothing when ready and have the machine's clock",
  "tests/peers/support/denokv-peer.ts":
    "waits for another program to listen, which says nothing when it does",
  "tests/peers/denokv_gone_test.ts":
    "a server is gone for half a minute of real time; answers are counted, none is measured",
  "tests/peers/dex_test.ts": "dex dates its tokens by the machine's clock",
  "tests/peers/support/varnish-peer.ts":
    "waits for another program to listen, which says nothing when it does",
  "tests/peers/support/redis-peer.ts":
    "waits for another program to listen, which says nothing when it does",
  "tests/peers/support/stripe-mock-peer.ts": "waits until the program it started answers",
  "tests/peers/support/dex-peer.ts":
    "waits for another program to listen, which says nothing when it does",
  "tests/peers/support/osrm-peer.ts":
    "waits for another program to listen, which says so only when it ends",
  "tests/pricing/print-prices.ts": "prints the machine's time zone, which the caller chose",
};

Deno.test("no file is too long to have one meaning", async () => {
  const long: Record<string, number> = {};
  for (const path of [...PRODUCT, ...filesBelow("bench"), ...filesBelow("tests")]) {
    const lines = (await read(path)).split("\n").length;
    const most = PRODUCT.includes(path) ? MAX_LINES : MAX_TEST_LINES;
    if (lines > most && !path.startsWith("bench/web/site/")) long[path] = lines;
  }
  assertShrinking(long, LONG_FILES);
});

Deno.test("no function is too long to have one meaning", async () => {
  const long: Record<string, number> = {};
  for (const path of [...PRODUCT, ...filesBelow("bench")]) {
    for (const said of longFunctions(path, await read(path), MAX_FUNCTION_LINES)) {
      const [, name = "", lines = ""] = /^\S+ (.+): (\d+) lines$/.exec(said) ?? [];
      long[`${path} ${name}`] = Number(lines);
    }
  }
  assertShrinking(long, LONG_FUNCTIONS);
});

Deno.test("types are asserted where something is parsed or an id made, and elsewhere for a stated reason", async () => {
  const found: Record<string, number> = {};
  for (const path of OURS) {
    const { length } = casts(path, await read(path));
    if (length > 0) found[path] = length;
  }
  assertShrinking(found, Object.fromEntries(Object.entries(CASTS).map(([path, [n]]) => [path, n])));
});

Deno.test("only pages, islands and the middleware of a folder have a default export", async () => {
  const wrong: string[] = [];
  for (
    const path of OURS.filter((path) =>
      !/^(routes|islands)\/.*(\.tsx|\/_middleware\.ts)$/.test(path)
    )
  ) {
    wrong.push(...defaultExports(path, await read(path)));
  }
  assert.deepEqual(wrong, []);
});

Deno.test("no test waits for the clock or takes its date from it", async () => {
  const found = new Set<string>();
  const wrong: string[] = [];
  for (const path of filesBelow("tests")) {
    const uses = clockUses(path, await read(path));
    if (uses.length > 0) found.add(path);
    if (!(path in CLOCK_USES)) wrong.push(...uses);
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(
    Object.keys(CLOCK_USES).filter((path) => !found.has(path)),
    [],
    "no longer needed",
  );
});

Deno.test("longFunctions() sees planted functions of every form, by their names, and no short one", () => {
  const body = "\n  work();".repeat(60);
  const planted = `
function declared() {${body}
}
const arrow = (): void => {${body}
};
class Desk {
  method() {${body}
  }
}
[1].map(() => {${body}
});
function short() {${body.slice(0, 300)}
}
`;
  assert.deepEqual(longFunctions("a.tsx", planted, 60), [
    "a.tsx:2 declared: 62 lines",
    "a.tsx:64 arrow: 62 lines",
    "a.tsx:127 method: 62 lines",
    "a.tsx:190 a function: 62 lines",
  ]);
});

Deno.test("casts() sees a planted cast and a double one, and passes as const, satisfies and new names", () => {
  const planted = `import { a as b } from "./c.ts";
// not as Comment
const text = "as String";
const list = [1, 2] as const;
const table = { a: 1 } satisfies Record<string, number>;
const id = text as BookingId;
const row = (list as unknown) as {
  a: string };
`;
  assert.deepEqual(casts("a.ts", planted), [
    "a.ts:6 as BookingId",
    "a.ts:7 as { a: string }",
    "a.ts:7 as unknown",
  ]);
});

Deno.test("defaultExports() sees every form of a planted default export", () => {
  const forms = [
    "export default function a() {}",
    "export default () => {};",
    "export default class A {}",
    "const a = 1;\nexport { a as default };",
  ];
  for (const form of forms) assert.equal(defaultExports("a.ts", form).length, 1, form);
  assert.deepEqual(defaultExports("a.ts", "export function b() {}\n// export default b"), []);
});

Deno.test("clockUses() sees planted waits and clocks, and passes injected ones", () => {
  const planted = [
    "await new Promise((resolve) => setTimeout(resolve, 50));",
    "globalThis.setTimeout(() => {}, 1);",
    "setInterval(look, 10);",
    "await delay(10);",
    "await sleep(10);",
    "await page.waitForTimeout(500);",
    "AbortSignal.timeout(1_000);",
    "while (Date.now() < until) await tick();",
    "const today = new Date();",
    "performance.now();",
    "Temporal.Now.instant();",
    "Temporal.Now\n  .plainDateISO();",
  ];
  for (const line of planted) assert.equal(clockUses("a_test.ts", line).length, 1, line);
  const injected = [
    "clock.now();",
    "new Date(0);",
    "// setTimeout(a, 1)",
    'const text = "setTimeout(a, 1)";',
    "page.waitForURL(url);",
    "timers.setTimer(run, 5);",
    "clearTimeout(timer);",
  ];
  for (const line of injected) assert.deepEqual(clockUses("a_test.ts", line), [], line);
});

Deno.test("assertShrinking() refuses a new entry, one that grew, and one that was mended and still stands", () => {
  assertShrinking({ a: 5 }, { a: 5 });
  assertShrinking({ a: 4 }, { a: 5 });
  for (const found of [{ a: 5, b: 1 }, { a: 6 }, {}]) {
    assert.throws(() => assertShrinking(found, { a: 5 }), assert.AssertionError);
  }
});

/** Nothing may be found that is not known, nor more of it; what is found no more must leave the list. */
function assertShrinking(
  found: Readonly<Record<string, number>>,
  known: Readonly<Record<string, number>>,
): void {
  const grown = Object.entries(found).filter(([name, size]) => size > (known[name] ?? 0))
    .map(([name, size]) => `${name}: ${size}, at most ${known[name] ?? "none"}`);
  assert.deepEqual(grown, []);
  assert.deepEqual(Object.keys(known).filter((name) => !(name in found)), [], "no longer needed");
}

function read(path: string): Promise<string> {
  return Deno.readTextFile(ROOT + path);
}
