// A protected customer everywhere: each of their facts is a canary, every route is asked by everybody there is, and what leaves
// by other ways is looked through too. Planted once and seen red: the pane of `seenByOwner`, a ticket that is everybody's own,
// the feed left as it was, a driver without a window, messages as if nobody were protected.
import assert from "node:assert/strict";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { liftVeil, setVeil } from "../../lib/privacy/change-veil.ts";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { takeOverBookings } from "../../lib/booking/booking-owners.ts";
import { protectTakenOver } from "../../lib/privacy/own-veil.ts";
import { renderMessage } from "../../lib/messages/render-message.ts";
import { DEMO_DRIVERS } from "../../scripts/demo/demo-fleet.ts";
import { allRoutes } from "../support/all-routes.ts";
import { aSignedInDriver } from "../support/drivers.ts";
import { EventReader } from "../support/event-reader.ts";
import { keptChannel } from "../support/outbox.ts";
import { aPerson, testProduct } from "../support/operator.ts";
import { enteredAs, type RouteCaller, routeCallers } from "../support/route-callers.ts";
import { routeObjects } from "../support/route-objects.ts";
import { askedOf, askEverywhere, withoutAsked } from "../support/veiled-questions.ts";
import {
  assignVeiled,
  givenAway,
  ownBrowser,
  saidTo,
  veil,
  VEILED,
  veiledBooking,
} from "../support/veiled-world.ts";

const DRIVER = DEMO_DRIVERS[0]!.id;

Deno.test("no route tells anybody whom a protected booking is for", async () => {
  await using product = await testProduct();
  const { services, test } = product;
  // The reader of the feed begins here: what happens from now on is told.
  await readRoomFeeds(services);
  const { booking, link } = await veiledBooking(services);
  await assignVeiled(services, booking, DRIVER);
  const objects = await routeObjects(services);
  const message = (await services.messages.ofBooking(booking.id)).at(-1);
  assert(message !== undefined, "somebody was told of the booking");
  const own = (value: string) => ({ own: () => value, foreign: value });
  const world = {
    ...objects,
    ":bookingId": own(booking.id),
    ":link": own(link),
    "messages/:id": own(message.id),
  };
  const callers = await routeCallers(product);
  const admin = callers.find(({ name }) => name === "admin")!;
  // What is looked for can be found: nobody is protected yet.
  for (const path of askedOf(booking).slice(0, 3)) {
    assert.notDeepEqual(givenAway(await saidTo(product, admin, path)), [], path);
  }
  await veil(services, booking);
  await readRoomFeeds(services);
  const leaks: string[] = [];
  let answers = 0;
  const look = async (caller: RouteCaller, path: string, init: RequestInit = {}) => {
    const given = givenAway(withoutAsked(await saidTo(product, caller, path, init), path));
    answers++;
    if (given.length > 0) leaks.push(`${caller.name} ${init.method ?? "GET"} ${path}: ${given}`);
  };
  await askEverywhere({ callers, world, booking }, look);
  assert.deepEqual(leaks, []);
  assert.deepEqual(givenAway(JSON.stringify(test.records)), [], "the log");
  console.info(`${answers} answers: ${allRoutes().length} routes, ${callers.length} callers`);
});

Deno.test("boards that were away are told the last two days without whom they were of, as new boards are", async () => {
  await using product = await testProduct();
  const { services } = product;
  const start = await services.feed.head();
  const { booking } = await veiledBooking(services);
  await veil(services, booking);
  const { headers } = await enteredAs(product, "dispatcher");
  const response = await fetch(product.origin + paths.api.adminEvents(), {
    headers: { ...headers, "last-event-id": start },
  });
  const reader = new EventReader(response);
  const first = await reader.nextOf("booking");
  const second = await reader.nextOf("booking");
  await reader.leave();
  assert.deepEqual(givenAway(JSON.stringify([first, second])), []);
  assert.equal(JSON.parse(first?.data ?? "{}").type, "confirmed");
  assert.equal(JSON.parse(second?.data ?? "{}").type, "veil-changed");
});

Deno.test("the driver sees where from an hour before the pickup, and never who; afterwards nothing", async () => {
  await using product = await testProduct({ now: "2026-11-24T07:30:00Z" });
  const { services, test } = product;
  const { booking } = await veiledBooking(services);
  await assignVeiled(services, booking, DRIVER);
  await veil(services, booking);
  const caller = { headers: { cookie: await aSignedInDriver(services, DRIVER) } };
  const shown = async () => givenAway(await saidTo(product, caller, paths.driver()));
  // The pickup is at 10.00 in Sweden, 09.00 in UTC.
  assert.deepEqual(await shown(), []);
  test.clock.advance({ minutes: 31 });
  assert.deepEqual(await shown(), ["Tornseglargatan", "Lavskrikevägen"]);
  test.clock.advance({ hours: 6 });
  assert.deepEqual(await shown(), []);
});

Deno.test("whoever the booking is for sees all of it, and lifting shows it to everybody again", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { booking, link } = await veiledBooking(services);
  const id = await veil(services, booking);
  const headers = await ownBrowser(services);
  for (const path of [paths.booking(link), paths.bookingDetails(link), paths.myBookings()]) {
    assert.notDeepEqual(givenAway(await saidTo(product, { headers }, path)), [], path);
  }
  const stranger = await saidTo(product, { headers: {} }, paths.bookingDetails(link));
  assert(stranger.startsWith("303"), stranger.slice(0, 100));
  const deed = { by: { kind: "staff", name: "Sara" }, reason: "kunden bad om det" } as const;
  await liftVeil(services, id, deed);
  const admin = await enteredAs(product, "admin");
  assert.notDeepEqual(
    givenAway(await saidTo(product, admin, paths.admin({ date: "2026-11-24" }))),
    [],
  );
});

Deno.test("who gives a reason sees it once, and the audit log says so with the subject", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { booking } = await veiledBooking(services);
  await veil(services, booking);
  const told: string[] = [];
  services.audit.listen(({ note }) => void (told.push(`${note.what} ${note.subjects?.length}`)));
  const dispatcher = await enteredAs(product, "dispatcher");
  const path = paths.adminProtectedBooking(booking.id);
  const send = (reason: string) => {
    const fields = { reason, formToken: dispatcher.formToken };
    return saidTo(product, dispatcher, path, {
      ...{ method: "POST", body: new URLSearchParams(fields) },
      headers: { ...dispatcher.headers, origin: product.origin },
    });
  };
  assert.deepEqual(givenAway(await send("kort")), []);
  const shown = await send("chauffören hittar inte porten");
  assert(shown.startsWith("200"), shown.slice(0, 200));
  for (const word of ["Dunkelfink", "Tornseglargatan", "8K431Q"]) {
    assert(shown.includes(word), word);
  }
  assert.match(shown, /cache-control: [^\n]*no-store/);
  assert(told.includes("protected booking 2"), told.join());
  assert.deepEqual(givenAway(await saidTo(product, dispatcher, path)), []);
});

Deno.test("what is sent says neither who nor where, also what waited when the protection came", async () => {
  await using product = await testProduct();
  const { services } = product;
  const channels = [keptChannel("mail"), keptChannel("sms")];
  Object.assign(services, { channels });
  await readRoomFeeds(services);
  const { booking } = await veiledBooking(services);
  await assignVeiled(services, booking, DRIVER);
  await veil(services, booking);
  await readRoomFeeds(services);
  product.test.clock.advance({ minutes: 10 });
  await runRoomJobs(services);
  for (const { to: _, ...said } of channels.flatMap(({ sent }) => sent)) {
    assert.deepEqual(givenAway(JSON.stringify(said)), [], said.channel);
  }
  assert(channels.every(({ sent }) => sent.length > 0), "each channel sends something");
  const messages = await services.messages.ofBooking(booking.id);
  assert(messages.length > 0);
  for (const message of messages) {
    const sent = await renderMessage(services, message, await services.messages.open(message));
    const { to: _, ...said } = sent;
    assert.deepEqual(givenAway(JSON.stringify(said)), [], `${message.topic} ${message.channel}`);
  }
});

Deno.test("a later booking by the same number is protected from its first commit on", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { booking } = await veiledBooking(services);
  await veil(services, booking);
  const { booking: later } = await veiledBooking(services, "2026-11-25T10:00");
  assert.equal(later.veiled, true);
  const [row] = await services.bookings.listDay("2026-11-25");
  assert.deepEqual([row?.customer, row?.phone, row?.from, row?.veiled], ["", "", "", true]);
});

Deno.test("whoever types another number into a change is not told the one that is there", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { booking } = await veiledBooking(services);
  await veil(services, booking);
  const { headers } = await enteredAs(product, "dispatcher");
  const body = JSON.stringify({
    ...{ preview: true, contact: { phone: "070-174 06 05", name: "Annan" }, note: "Annat" },
  });
  const path = paths.api.adminBookingChanges(booking.id);
  const said = await saidTo(product, { headers }, path, {
    ...{ method: "POST", body, headers: { ...headers, "content-type": "application/json" } },
  });
  assert.match(said, /^200/, said);
  assert.match(said, /"field":"phone","from":"","to":""/);
  assert.deepEqual(givenAway(said), []);
});

Deno.test("what a protected person takes over as their own is protected from then on", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { booking } = await veiledBooking(services);
  const { id: personId } = await aPerson(services, "Tuva");
  const mark = await reachMark(services.reachKey, "person", personId);
  const self = { by: { kind: "self", name: "" }, reason: "" } as const;
  await setVeil(services, { kind: "customer", marks: [mark], reach: null }, self);
  await takeOverBookings(services, personId, [{ kind: "phone", at: VEILED.phone }]);
  await protectTakenOver(services, { marks: [mark] });
  assert.equal((await services.bookings.get(booking.id))?.booking.veiled, true);
});
