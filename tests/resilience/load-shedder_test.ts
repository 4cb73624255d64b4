// Who is told to come back when there is too much to do, and in which order.
import assert from "node:assert/strict";
import { FEEL_EVERY_MS, LoadShedder, PRIORITIES } from "../../lib/resilience/load-shedder.ts";
import { priorityOf } from "../../lib/http/middleware/shed-load.ts";

/** A shedder whose event loop comes `lateMs` too late, for a second. */
function after(lateMs: number, waiting = 0): LoadShedder {
  let now = 0;
  const shedder = new LoadShedder(true, () => waiting, () => now);
  for (let i = 0; i < 40; i++) {
    shedder.feel();
    now += FEEL_EVERY_MS + lateMs;
  }
  return shedder;
}

function admitted(shedder: LoadShedder): string[] {
  return PRIORITIES.filter((priority) => shedder.admits(priority));
}

Deno.test("a calm process admits everybody", () => {
  assert.deepEqual(admitted(after(0)), [...PRIORITIES]);
  assert.deepEqual(admitted(new LoadShedder(true, () => 0)), [...PRIORITIES]);
});

Deno.test("the more is to do, the fewer come in: the rest first, bookings last", () => {
  const seen = [100, 160, 260, 410, 1_100].map((lateMs) => admitted(after(lateMs)));
  assert.deepEqual(seen, [
    ["book", "quote", "search", "rest"],
    ["book", "quote", "search"],
    ["book", "quote"],
    ["book"],
    [],
  ]);
});

Deno.test("commits that wait for the disk count like a late event loop", () => {
  const seen = [63, 64, 96, 128, 256].map((waiting) => admitted(after(0, waiting)).length);
  assert.deepEqual(seen, [4, 3, 2, 1, 0]);
});

Deno.test("one long task turns nobody who books away, and calm is felt within a quarter of a second", () => {
  let now = 0;
  const shedder = new LoadShedder(true, () => 0, () => now);
  const pass = (ms: number, times = 1) => {
    for (let i = 0; i < times; i++) {
      now += ms;
      shedder.feel();
    }
  };
  pass(FEEL_EVERY_MS, 10);
  pass(2_000);
  assert.equal(shedder.admits("book"), true);
  pass(1_200, 20);
  assert.equal(shedder.admits("book"), false);
  pass(FEEL_EVERY_MS, 10);
  assert.equal(shedder.admits("rest"), true);
});

Deno.test("those who are turned away are counted by what they came for", () => {
  const shedder = after(1_100);
  admitted(shedder);
  admitted(shedder);
  assert.deepEqual(shedder.state().shed, { book: 2, quote: 2, search: 2, rest: 2 });
});

Deno.test("what an address is for: whoever watches and open streams always come in", () => {
  const wanted = {
    "/livez": null,
    "/readyz": null,
    "/api/admin/events": null,
    "/api/bookings/x/events": null,
    "/bookings": "book",
    "/api/bookings": "book",
    "/bookings/abc": "book",
    "/admin": "book",
    "/enter/x": "book",
    "/quotes/x": "quote",
    "/api/quotes": "quote",
    "/": "quote",
    "/api/places": "search",
    "/prices": "rest",
    "/bookingsx": "rest",
    "/nowhere": "rest",
  };
  for (const [path, priority] of Object.entries(wanted)) {
    assert.equal(priorityOf(path), priority, path);
  }
});

Deno.test("a shedder that is off turns nobody away, whatever waits", () => {
  const shedder = new LoadShedder(false, () => 1_000);
  assert.deepEqual(admitted(shedder), [...PRIORITIES]);
  assert.equal(shedder.state().shed.rest, 0);
});
