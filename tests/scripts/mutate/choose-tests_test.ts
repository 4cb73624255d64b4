// Which tests are asked about a file, and in which order.
import assert from "node:assert/strict";
import { chooseTests, isAskedTest } from "../../../scripts/mutate/choose-tests.ts";
import type { SourceModule } from "../../support/module-graph.ts";

function graphOf(imports: Record<string, string[]>): Map<string, SourceModule> {
  return new Map(
    Object.entries(imports).map(([path, code]) => [path, { path, code, types: [] }]),
  );
}

const GRAPH = graphOf({
  "lib/kernel/money.ts": [],
  "lib/pricing/fare-rules.ts": ["lib/kernel/money.ts"],
  "lib/booking/create-booking.ts": ["lib/pricing/fare-rules.ts", "lib/kernel/money.ts"],
  "tests/kernel/money_test.ts": ["lib/kernel/money.ts"],
  "tests/pricing/fare-rules_test.ts": ["lib/pricing/fare-rules.ts"],
  "tests/pricing/quote-rules_test.ts": ["tests/support/trips.ts"],
  "tests/support/trips.ts": ["lib/pricing/fare-rules.ts"],
  "tests/api/journey_test.ts": ["lib/booking/create-booking.ts"],
  "tests/booking/create-booking_test.ts": ["lib/booking/create-booking.ts"],
  "tests/browser/book_browser_test.ts": ["lib/pricing/fare-rules.ts"],
  "tests/crash/kill-nine_test.ts": ["lib/pricing/fare-rules.ts"],
});

const paths = (file: string) => chooseTests(file, GRAPH).map(({ path }) => path);

Deno.test("the mirror comes first, then its room, then the nearest by imports", () => {
  assert.deepEqual(paths("lib/pricing/fare-rules.ts"), [
    "tests/pricing/fare-rules_test.ts",
    "tests/pricing/quote-rules_test.ts",
    "tests/api/journey_test.ts",
    "tests/booking/create-booking_test.ts",
  ]);
});

Deno.test("tests that never load the file are not asked", () => {
  assert.deepEqual(paths("lib/booking/create-booking.ts"), [
    "tests/booking/create-booking_test.ts",
    "tests/api/journey_test.ts",
  ]);
  assert.deepEqual(paths("lib/nowhere.ts"), []);
});

Deno.test("hops are counted along the shortest way", () => {
  const hops = new Map(chooseTests("lib/kernel/money.ts", GRAPH).map((t) => [t.path, t.hops]));
  assert.equal(hops.get("tests/kernel/money_test.ts"), 1);
  assert.equal(hops.get("tests/pricing/fare-rules_test.ts"), 2);
  assert.equal(hops.get("tests/api/journey_test.ts"), 2);
});

Deno.test("browser and crash tests are not asked, nor what only supports tests", () => {
  assert(isAskedTest("tests/ui/board/day_test.tsx"));
  for (
    const path of [
      "tests/admin/board_browser_test.ts",
      "tests/browser/a_test.ts",
      "tests/crash/kill-nine_test.ts",
      "tests/support/trips.ts",
      "lib/a_test.ts",
    ]
  ) assert(!isAskedTest(path), path);
});
