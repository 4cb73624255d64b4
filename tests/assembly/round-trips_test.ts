// How often each use case goes to the database: what for, in its order, so that a read in a loop or a commit more is seen.
import assert from "node:assert/strict";
import { driversOfBookings } from "../../lib/booking/work.ts";
import { countedKv, resetCount } from "../support/counted-kv.ts";
import { testProduct } from "../support/operator.ts";
import { USE_CASES } from "../support/use-cases.ts";

/** The session and its person: whoever is signed in. */
const SIGNED_IN = ["get session", "get person"];

/** What each asks for; its pages once they have been looked at before. */
const TRIPS: Readonly<Record<string, readonly string[]>> = {
  price: ["list feeEdition", "commit"],
  book: [
    "get idempotency quote quoteBought",
    ...["get veilByMark restrictedMark", "get bookingByReference", "commit"],
  ],
  cancel: ["get booking", "commit"],
  reschedule: ["get booking", "get quote quoteBought", "commit"],
  "ticket page": [...SIGNED_IN, "get booking", "list bookingEvent"],
  // One for each way a person is known: account, address, number.
  "my rides": [...SIGNED_IN, ...Array(3).fill("list bookingByOwner")],
  "sign-in by a link": [
    ...["get entryLink", "get person", "list ownSession", "get session", "commit"],
  ],
  "session check": SIGNED_IN,
  "messages page": [...SIGNED_IN, "list deadJob", "list outbox"],
  assign: ["get booking", "commit"],
  "step of a ride": ["get booking", "commit"],
  "links of rides to whoever lost them": ["list ridesOfReach", "get booking"],
  "counts of the feed": ["get counter"],
  "driver's day": ["list bookingByDriver", "get booking"],
};

/** Most of those whose parts read side by side, and look at the feed's end each for itself. */
const AT_MOST: Readonly<Record<string, number>> = {
  "privacy page": 17,
  "board, first window": 16,
  // Its trips in one read. For each what is reserved around it, and in one read what stands before and after it on all
  // other cars.
  "trips of a car that stands still": 25,
};

Deno.test("each use case goes to the database as often as is said, for what is said, and no more", async () => {
  const { wrap, count } = countedKv();
  await using product = await testProduct({ wrap });
  while (await driversOfBookings.step(product.services.db) !== "done");
  const exact: Record<string, readonly string[]> = {};
  for (const { name, prepare } of USE_CASES) {
    // Once before: what is kept in memory is there then.
    await (await prepare(product))();
    const act = await prepare(product);
    resetCount(count);
    await act();
    // Once a second whoever reads something sealed asks whether a key was destroyed elsewhere: the clock's, not the use case's.
    const trips = count.trips.filter((trip) => trip !== "get newestErasure");
    const most = AT_MOST[name];
    if (most === undefined) exact[name] = trips;
    else assert(trips.length <= most, `${name}: ${trips}`);
  }
  assert.deepEqual(exact, TRIPS);
});
