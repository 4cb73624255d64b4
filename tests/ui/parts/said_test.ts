// Whatever a person wrote stands apart from what is around it, on every page. The words are stored as an
// earlier release would have stored them, so that showing does not rest on what was cleaned before.
import assert from "node:assert/strict";
import { keepOwnPlace } from "../../../lib/accounts/keep-own-place.ts";
import { cancelBookingAsOperator } from "../../../lib/booking/cancel-booking.ts";
import { changeBooking } from "../../../lib/booking/change-booking.ts";
import { createBooking, type CreatedBooking } from "../../../lib/booking/create-booking.ts";
import type { PaymentMethod } from "../../../lib/payments/payment-method.ts";
import { paidPages } from "../../support/paid-pages.ts";
import { ProductError } from "../../../lib/errors/product-error.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { editLandmark } from "../../../lib/places/edit-landmark.ts";
import { landmarkSlug } from "../../../lib/places/landmark.ts";
import { DEMO_TARIFF_2026 } from "../../../lib/pricing/demo-tariffs.ts";
import { said } from "../../../lib/ui/parts/Said.tsx";
import { DEMO_DRIVERS, DEMO_VEHICLES } from "../../../scripts/demo/demo-fleet.ts";
import { isApart, shows } from "../../support/apart.ts";
import { piecesOf } from "../../support/markup.ts";
import { filesBelow } from "../../support/module-graph.ts";
import {
  anOperator,
  type TestOperator,
  type TestProduct,
  testProduct,
} from "../../support/operator.ts";
import { recordPages } from "../../support/breaches.ts";
import { SENTINELS } from "../../support/sentinels.ts";
import { aMessageFor } from "../../support/outbox.ts";
import { ownPages } from "../../support/drivers.ts";
import { aDataRequest } from "../../support/data-requests.ts";
import { anEndpointPage } from "../../support/subscribers.ts";
import { aTariffDraft } from "../../support/tariff-drafts.ts";
import { WORDLESS } from "../../support/wordless-pages.ts";
import { accountantPages } from "../../support/accountant-pages.ts";
import { aQuote, LANDVETTER, MAJA, OSTRA_HAMNGATAN } from "../../support/trips.ts";

for (const [what, words] of Object.entries(SENTINELS)) {
  Deno.test(`${what} stands in an element of its own wherever it is shown`, async () => {
    await using product = await testProduct({
      drivers: DEMO_DRIVERS.map((driver) => ({ ...driver, name: words })),
      vehicles: DEMO_VEHICLES.map((vehicle) => ({ ...vehicle, name: words })),
    });
    const asked = await pagesThatShow(product, words);
    const seen = new Set<string>();
    for (const [route, request] of asked) {
      const response = await fetch(request);
      const pieces = piecesOf(await response.text()).filter(({ text }) => shows(text, words));
      assert.deepEqual(pieces.filter((piece) => !isApart(piece, words)), [], request.url);
      if (pieces.length > 0) seen.add(route);
    }
    const pages = filesBelow("routes", /^(?!_).*\.tsx$/).concat("routes/_error.tsx");
    assert.deepEqual(
      [...seen, ...WORDLESS].sort(),
      pages.sort(),
      "pages that show what was written",
    );
  });
}

Deno.test("isApart() sees words that stand bare in a text, in a title and in a field", () => {
  const page = (body: string) =>
    piecesOf(body).filter(({ text }) => shows(text, "Ali")).map((piece) => isApart(piece, "Ali"));
  assert.deepEqual(page("<p>Namn: Ali · 070</p>"), [false]);
  assert.deepEqual(page("<bdi>x</bdi><p>Ali</p><title>Ali</title>"), [false, false]);
  assert.deepEqual(page('<p aria-label="Ali"><input value="Ali"></p>'), [false, false]);
  assert.deepEqual(page('<input type="hidden" value="Ali"><input dir="auto" value="Ali">'), [
    true,
    true,
  ]);
  assert.deepEqual(page(`<bdi>Ali</bdi><bdi><b>Ali</b></bdi><p>Namn: ${said("Ali")}</p>`), [
    true,
    true,
    true,
  ]);
});

/** Requests for every page with the words on it, in every place a person can put them. */
async function pagesThatShow(product: TestProduct, words: string): Promise<[string, Request][]> {
  const operator = await anOperator(product.services, words);
  const { personId } = operator.session;
  const actor = { kind: "operator", id: null, name: words } as const;
  const quote = await aQuote(product.services, trip(words));
  const { booking, link } = await aBookingOf(product, words, { personId });
  const cancelled = await aBookingOf(product, words);
  const { id: bookingId } = cancelled.booking;
  const driverId = DEMO_DRIVERS[0]!.id;
  const deps = product.services;
  await changeBooking(deps, {
    bookingId,
    command: { type: "assign", driverId },
    actor,
    expectedVersion: 1,
  });
  const assigned = await aBookingOf(product, words);
  await changeBooking(deps, {
    bookingId: assigned.booking.id,
    command: { type: "assign", driverId: DEMO_DRIVERS[1]!.id },
    actor,
    expectedVersion: 1,
  });
  await changeBooking(deps, {
    bookingId,
    command: { type: "unassign", reason: words },
    actor,
    expectedVersion: 2,
  });
  await cancelBookingAsOperator(deps, {
    bookingId,
    reason: words,
    feeOre: 0,
    expectedVersion: 3,
    actor,
  });
  await keepOwnPlace(product.services, operator.session.personId, {
    ...{ kind: "named", name: words, placeId: "landmark:ullevi", words },
  });
  for (
    const subject of [
      { kind: "person", personId: operator.session.personId } as const,
      { kind: "guest", reach: { kind: "phone", at: MAJA.phone } } as const,
    ]
  ) {
    const asked = { type: "objection", subject, locale: "sv", wish: words } as const;
    await product.services.createRequest({ ...asked, identity: "staff" });
  }
  const get = (path: string) =>
    new Request(product.origin + path, { headers: { cookie: operator.cookie } });
  const post = sender(product, operator);
  const { formToken } = operator;
  const hold = { formToken, act: "hold", reference: words, reason: words };
  const manage = "routes/bookings/[link]";
  const drafts = "routes/admin/tariff-drafts/[id]";
  const draftId = await aTariffDraft(deps, words, words);
  const form = { date: "2026-11-24", time: "10:00", passengers: "1" };
  return [
    ["routes/(account)/account/rides.tsx", get(paths.rides())],
    ["routes/(account)/account/places.tsx", get(paths.ownPlaces())],
    ["routes/(account)/account/privacy/index.tsx", get(paths.privacyCentre())],
    ...await ownPages(product, driverId),
    ["routes/quotes/[id].tsx", get(paths.quote(quote.id))],
    [
      "routes/quotes/index.tsx",
      post(paths.quotes(), { ...form, from: words, to: `Kyrkogatan, ${words}` }),
    ],
    [
      "routes/quotes/index.tsx",
      post(paths.quotes(), { ...form, from: `Kyrkogata ${words}`, to: "Avenyn" }),
    ],
    [
      "routes/bookings/index.tsx",
      post(paths.bookings(), {
        quoteId: quote.id,
        name: words,
        phone: words,
        email: words,
        flightNumber: words,
        note: words,
      }),
    ],
    ...[link, cancelled.link, assigned.link].flatMap((link): [string, Request][] => [
      [`${manage}/index.tsx`, get(paths.booking(link))],
      [`${manage}/cancel.tsx`, get(paths.cancelBooking(link))],
      [`${manage}/reschedule.tsx`, get(paths.rescheduleBooking(link))],
      [`${manage}/details.tsx`, get(paths.bookingDetails(link))],
      [`${manage}/decisions.tsx`, get(paths.bookingDecisions(link))],
    ]),
    [
      `${manage}/details.tsx`,
      post(paths.bookingDetails(link), { phone: words, flightNumber: words, note: words }),
    ],
    ["routes/bookings/send-link.tsx", post(paths.sendTicketLink(), { reach: words })],
    ["routes/bookings/find.tsx", post(paths.findBooking(), { reference: words, phone: words })],
    [
      `${manage}/cancel.tsx`,
      post(paths.cancelBooking(link), { reason: words, expectedFeeOre: "1" }),
    ],
    [
      `${manage}/reschedule.tsx`,
      post(paths.rescheduleBooking(link), { date: "2026-11-25", time: words }),
    ],
    ...(await recordPages(deps, words, personId))
      .map(([route, path]): [string, Request] => [route, get(path)]),
    ["routes/admin/index.tsx", get(paths.admin({ date: "2026-11-24" }))],
    ["routes/(account)/account/security/index.tsx", get(paths.security())],
    [
      "routes/(account)/account/security/[act].tsx",
      post(paths.securityAct("app"), { formToken: operator.formToken }),
    ],
    ["routes/admin/staff/index.tsx", get(paths.adminStaff())],
    ["routes/admin/staff/[personId].tsx", get(paths.adminPerson(operator.session.personId))],
    ["routes/admin/webhooks/index.tsx", post(paths.adminWebhooks(), { formToken, url: words })],
    ["routes/admin/webhooks/[id].tsx", get(await anEndpointPage(product.services))],
    ["routes/admin/data-requests/index.tsx", get(paths.adminDataRequests())],
    [
      "routes/admin/data-requests/[id].tsx",
      get(paths.adminDataRequest((await aDataRequest(product.services, words)).id)),
    ],
    [
      "routes/admin/protected/index.tsx",
      post(paths.adminProtected(), { formToken, act: "set", who: words, reason: words }),
    ],
    [
      "routes/admin/protected/[bookingId].tsx",
      post(paths.adminProtectedBooking(bookingId), { formToken, reason: words + "!".repeat(10) }),
    ],
    ...await accountantPages(product, { get, post, formToken, words }),
    ["routes/admin/bookkeeping/invoices.tsx", get(paths.adminInvoices())],
    ["routes/admin/retention/index.tsx", post(paths.adminRetention(), hold)],
    ["routes/admin/jobs/index.tsx", get(paths.adminJobs())],
    [
      "routes/admin/cache/index.tsx",
      post(paths.adminCache(), { formToken, by: "tag", tag: words, reason: words.repeat(99) }),
    ],
    ["routes/admin/messages/index.tsx", get(paths.adminMessages({ booking: "K4Q7RM" }))],
    ["routes/admin/messages/[id].tsx", get(paths.adminMessage(await aMessageFor(product, words)))],
    ["routes/admin/message-templates/index.tsx", get(paths.adminMessageTemplates())],
    ["routes/outbox/index.tsx", get(paths.outbox())],
    ["routes/admin/incidents/index.tsx", get(paths.adminIncidents({ q: words }))],
    [
      "routes/admin/incidents/[fingerprint].tsx",
      get(paths.adminIncident(await anIncidentOf(product, words))),
    ],
    ["routes/admin/places/index.tsx", get(paths.adminPlaces({ q: words }))],
    ["routes/admin/places/[slug].tsx", get(paths.adminPlace(await aLandmarkOf(product, words)))],
    ["routes/admin/(new)/new-place.tsx", get(paths.adminNewPlace())],
    [
      "routes/admin/(order)/new.tsx",
      post(paths.adminNewBooking(), {
        formToken: operator.formToken,
        ...{ action: "price", phone: MAJA.phone, name: words, from: words, to: words, when: words },
        ...{ note: words, flightNumber: words, email: words },
      }),
    ],
    ["routes/admin/cars/index.tsx", get(paths.adminCars({ date: "2026-11-24" }))],
    ["routes/admin/cars/[vehicleId].tsx", get(paths.adminCar(DEMO_VEHICLES[0]!.id))],
    ["routes/admin/vehicles/index.tsx", get(paths.adminVehicles({ q: words }))],
    ["routes/admin/vehicles/[id].tsx", get(paths.adminVehicle(DEMO_VEHICLES[0]!.id))],
    ["routes/admin/(new)/new-vehicle.tsx", get(paths.adminNewVehicle())],
    ["routes/admin/drivers/index.tsx", get(paths.adminDrivers())],
    ["routes/admin/drivers/[id].tsx", get(paths.adminDriver(driverId))],
    ["routes/admin/drivers/[id]/checks.tsx", get(paths.adminDriverChecks(driverId))],
    ["routes/admin/(new)/new-driver.tsx", get(paths.adminNewDriver())],
    ["routes/admin/permit-holders/index.tsx", get(paths.adminPermitHolders({ q: words }))],
    ["routes/admin/permit-holders/[id].tsx", get(paths.adminPermitHolder("H1"))],
    ["routes/admin/(new)/new-permit-holder.tsx", get(paths.adminNewPermitHolder())],
    ["routes/admin/tariffs/index.tsx", get(paths.adminTariffs())],
    ["routes/admin/fee-rules/index.tsx", get(paths.adminFees())],
    ["routes/admin/fee-rules/[id].tsx", get(paths.adminFee("2020-01-01"))],
    ["routes/admin/(review)/fee-reviews/[id].tsx", get(paths.adminFeeReview("2020-01-01"))],
    ["routes/admin/tariffs/[version].tsx", get(paths.adminTariff(DEMO_TARIFF_2026.version))],
    [`${drafts}/index.tsx`, get(paths.adminDraft(draftId))],
    ["routes/admin/(review)/tariff-reviews/[id].tsx", get(paths.adminTariffReview(draftId))],
    [`${drafts}/[kind]/index.tsx`, get(paths.adminDraftItems(draftId, "fixed-prices"))],
    [
      `${drafts}/[kind]/[item].tsx`,
      get(paths.adminDraftItem(draftId, "zones", DEMO_TARIFF_2026.zones[0]!.id)),
    ],
    ["routes/admin/index.tsx", get(paths.admin({ q: words }))],
    ["routes/admin/index.tsx", get(paths.admin({ q: `${words}zzz` }))],
    ...[booking, cancelled.booking, assigned.booking].map(({ id }): [string, Request] => [
      "routes/admin/index.tsx",
      get(paths.admin({ date: "2026-11-24", booking: id })),
    ]),
    ...(["change", "split", "duplicate", "return"] as const).map((kind): [string, Request] => [
      "routes/admin/bookings/[bookingId]/sheets/[kind].tsx",
      get(paths.adminSheet(assigned.booking.id, kind)),
    ]),
    [
      "routes/admin/bookings/[bookingId]/sheets/[kind].tsx",
      post(paths.adminSheet(assigned.booking.id, "change"), {
        formToken: operator.formToken,
        // The sheet of an older version says what was done since, and by whom.
        ...{ action: "price", openedVersion: "1", expectedVersion: "1", date: "2026-11-24" },
        ...{ time: words, from: words, to: `Kyrkogata ${words}`, name: words, phone: words },
        ...{ email: words, flightNumber: words, note: words, keepReason: words, tariff: "keep" },
      }),
    ],
    [
      "routes/admin/bookings/[bookingId]/sheets/[kind].tsx",
      post(paths.adminSheet(cancelled.booking.id, "revive"), {
        ...{ formToken, action: "send", reason: words, date: "2026-11-24", time: "10:00" },
      }),
    ],
    [
      "routes/admin/bookings/[bookingId]/[action].tsx",
      post(`/admin/bookings/${booking.id}/cancel`, {
        ...{ formToken, expectedVersion: "1", reason: words, fee: words },
      }),
    ],
    ...(await paidPages(deps, (method) => aBookingOf(product, words, { method })))
      .map(([route, path]): [string, Request] => [route, get(path)]),
  ];
}

function trip(words: string) {
  const named = { name: words, area: words, words };
  return {
    from: { ...LANDVETTER, ...named },
    to: { ...OSTRA_HAMNGATAN, ...named, name: `${words} 2` },
  };
}

async function aBookingOf(
  product: TestProduct,
  words: string,
  { personId, method = "car" }: { personId?: string; method?: PaymentMethod } = {},
): Promise<CreatedBooking> {
  const quote = await aQuote(product.services, trip(words));
  return await createBooking(product.services, {
    ...{ quoteId: quote.id, vehicleClass: "standard", contact: { ...MAJA, name: words } },
    ...{ flightNumber: "", note: words, locale: "sv", method },
    idempotencyKey: crypto.randomUUID(),
  }, {
    actor: personId === undefined ? { kind: "customer" } : { kind: "customer", id: personId },
    ...{ sender: "", mayExceed: true },
  });
}

function sender({ origin }: TestProduct, { cookie }: TestOperator) {
  return (path: string, fields: Record<string, string>) =>
    new Request(origin + path, {
      method: "POST",
      headers: { cookie, origin, "sec-fetch-site": "same-origin" },
      body: new URLSearchParams(fields),
    });
}

/** A failure whose words somebody else wrote; its fingerprint. */
async function anIncidentOf({ services }: TestProduct, words: string): Promise<string> {
  const context = { said: words };
  const error = new ProductError(words, words, "external-service", "high", context);
  const { fingerprint } = services.incidents.note(error, { operation: words, reference: words });
  await services.incidents.flush();
  return fingerprint;
}

async function aLandmarkOf({ services }: TestProduct, words: string): Promise<string> {
  const named = { name: words, nameEn: words, area: words, town: words, aliases: [words] };
  const point = { lat: 59.3, lng: 18 };
  const fields = { kind: "arena", point, isExact: true, ...named } as const;
  const add = { type: "add", fields, mayBeFar: true } as const;
  const asked = { expectedVersion: 0, operatorName: words };
  const added = await editLandmark(services, { id: "", command: add, ...asked });
  assert(added.ok);
  const { id } = added.edit.landmark;
  const command = { ...add, type: "change", fields: { ...fields, name: `${words}-2` } } as const;
  assert((await editLandmark(services, { id, command, ...asked, expectedVersion: 1 })).ok);
  return landmarkSlug(id);
}
