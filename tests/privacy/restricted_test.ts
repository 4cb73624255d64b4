// A restricted customer whose ride is over, everywhere: each of their facts is a canary, and every route is asked by everybody
// who works here. Planted once and seen red: a pane of `seenByOwner`, the feed left as it was, messages as if nothing were
// restricted, the search that keeps its words.
import assert from "node:assert/strict";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { DEMO_DRIVERS } from "../../scripts/demo/demo-fleet.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { liftOwnRestriction } from "../../lib/privacy/lift-restriction.ts";
import { visitorOfGuest } from "../../lib/privacy/visitor.ts";
import { aSignedInDriver } from "../support/drivers.ts";
import { EventReader } from "../support/event-reader.ts";
import { testProduct } from "../support/operator.ts";
import { enteredAs, type RouteCaller, routeCallers } from "../support/route-callers.ts";
import { routeObjects } from "../support/route-objects.ts";
import {
  assignVeiled,
  driven,
  givenAway,
  ownBrowser,
  restrict,
  saidTo,
  VEILED,
  veiledBooking,
} from "../support/veiled-world.ts";
import { askEverywhere, withoutAsked } from "../support/veiled-questions.ts";
import type { Services } from "../../lib/assembly/services.ts";

/** Whoever asks for a right is named where it is answered, and in what they are told of it. */
const NAMES_WHO_ASKED: readonly string[] = [
  "/admin/data-requests",
  "/admin/data-requests/export.csv",
  "/outbox",
];

const DRIVER = DEMO_DRIVERS[0]!.id;

async function restrictedRide(services: Services) {
  const made = await veiledBooking(services);
  await assignVeiled(services, made.booking, DRIVER);
  await restrict(services);
  await runRoomJobs(services);
  await driven(services, made.booking, DRIVER);
  return made;
}

Deno.test("no route tells staff or drivers whom a restricted ride that is over was for", async () => {
  await using product = await testProduct();
  const { services, test } = product;
  await readRoomFeeds(services);
  const { booking } = await restrictedRide(services);
  const objects = await routeObjects(services);
  const message = (await services.messages.ofBooking(booking.id)).at(-1);
  assert(message !== undefined, "somebody was told of the booking");
  const own = (value: string) => ({ own: () => value, foreign: value });
  // Whoever has the ticket's link is who ordered the ride, or was given it by them: the link is not asked for here.
  const world = {
    ...objects,
    ...{ ":bookingId": own(booking.id), "messages/:id": own(message.id) },
  };
  const callers = (await routeCallers(product))
    .filter(({ name, rights }) => rights.length > 0 || name === "driver");
  assert(callers.length > 2, "staff and a driver");
  const leaks: string[] = [];
  const look = async (caller: RouteCaller, path: string, init: RequestInit = {}) => {
    const given = givenAway(withoutAsked(await saidTo(product, caller, path, init), path));
    const isNamed = NAMES_WHO_ASKED.includes(path) &&
      given.every((word) => VEILED.name.includes(word));
    if (given.length > 0 && !isNamed) {
      leaks.push(`${caller.name} ${init.method ?? "GET"} ${path}: ${given}`);
    }
  };
  await askEverywhere({ callers, world, booking }, look);
  assert.deepEqual(leaks, []);
  assert.deepEqual(givenAway(JSON.stringify(test.records)), [], "the log");
});

Deno.test("a restricted ride is read while it is driven, hidden once it is over, and shown when the restriction is lifted", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { booking, link } = await veiledBooking(services);
  await assignVeiled(services, booking, DRIVER);
  const admin = await enteredAs(product, "admin");
  const pane = paths.admin({ date: "2026-11-24", booking: booking.id });
  const found = paths.api.adminBookings({ q: VEILED.phone });
  const said = async (path: string) => {
    await services.search.refresh();
    return await saidTo(product, admin, path);
  };
  await restrict(services);
  await runRoomJobs(services);
  assert.notDeepEqual(givenAway(await said(pane)), [], "under way");
  assert((await said(found)).includes(booking.id));
  await driven(services, booking, DRIVER);
  const hidden = await said(pane);
  assert.deepEqual(givenAway(hidden), []);
  assert(hidden.includes("Kunden har begränsat"), "the pane says why");
  assert(!(await said(found)).includes(booking.id), "nobody finds it by the number");
  const driver = { headers: { cookie: await aSignedInDriver(services, DRIVER) } };
  assert.deepEqual(givenAway(await saidTo(product, driver, paths.driver())), []);
  const guest = { headers: await ownBrowser(services) };
  assert.notDeepEqual(
    givenAway(await saidTo(product, guest, paths.booking(link))),
    [],
    "their own",
  );
  const reach = { kind: "phone", at: VEILED.phone } as const;
  const provenAt = services.clock.now().toString();
  await liftOwnRestriction(services, await visitorOfGuest(services, { reach, provenAt }));
  await runRoomJobs(services);
  assert.notDeepEqual(givenAway(await said(pane)), [], "lifted");
  assert((await said(found)).includes(booking.id));
});

Deno.test("boards that were away are not told whom a restricted ride was for while it was under way", async () => {
  await using product = await testProduct();
  const { services } = product;
  await readRoomFeeds(services);
  const start = await services.feed.head();
  await restrictedRide(services);
  const { headers } = await enteredAs(product, "dispatcher");
  const response = await fetch(product.origin + paths.api.adminEvents(), {
    headers: { ...headers, "last-event-id": start },
  });
  const reader = new EventReader(response);
  const told = [];
  for (let i = 0; i < 7; i++) told.push(await reader.nextOf("booking"));
  await reader.leave();
  assert.deepEqual(givenAway(JSON.stringify(told)), []);
  assert.equal(JSON.parse(told.at(-1)?.data ?? "{}").type, "completed");
});

Deno.test("a restriction that the staff lift shows rides again on its day, and a ride ordered meanwhile is covered from its first commit", async () => {
  await using product = await testProduct();
  const { services, test } = product;
  const { booking } = await restrictedRide(services);
  const { booking: later } = await veiledBooking(services, "2026-11-25T10:00");
  assert.equal(later.restricted, true);
  const [row] = await services.bookings.listDay("2026-11-25");
  assert.deepEqual([row?.customer, row?.restricted], [VEILED.name, false]);
  const [request] = await services.requests.open();
  assert(request !== undefined);
  const by = { kind: "staff", id: "kim", name: "Kim" } as const;
  for (const type of ["begin", "complete"] as const) {
    await services.changeRequest(request.id, { type }, by);
  }
  await services.changeRequest(request.id, { type: "lift", reason: "tvisten är löst" }, by);
  await runRoomJobs(services);
  const isRestricted = async () => (await services.bookings.get(booking.id))?.booking.restricted;
  assert.equal(await isRestricted(), true, "seven days are not over");
  test.clock.advance({ hours: 7 * 24 });
  await runRoomJobs(services);
  assert.equal(await isRestricted(), false);
});
