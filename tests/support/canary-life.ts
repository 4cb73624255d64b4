// A life of the product with somebody's data in every flow there is: what tests then look for wherever the product writes.
import assert from "node:assert/strict";
import type { Services } from "../../lib/assembly/services.ts";
import { readRoomFeeds, roomWork, runRoomJobs } from "../../lib/assembly/work.ts";
import { keepOwnPlace } from "../../lib/accounts/keep-own-place.ts";
import { addEndpoint } from "../../lib/webhooks/change-endpoint.ts";
import { changeDetails } from "../../lib/booking/change-details.ts";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { previewCancellation } from "../../lib/booking/cancellation-rules.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { takeOutOfTraffic } from "../../lib/dispatch/vehicle-outage.ts";
import { approveDraft } from "../../lib/pricing/approve-tariff-draft.ts";
import { draftId } from "../../lib/pricing/tariff-draft.ts";
import { quoteTrip } from "../../lib/pricing/quote-trip.ts";
import { DEMO_DRIVERS, DEMO_HOLDERS } from "../../scripts/demo/demo-fleet.ts";
import { anOperator } from "./operator.ts";
import { aSignedIn } from "./own-places.ts";
import { aTariffDraft } from "./tariff-drafts.ts";
import { aTrip, OSTRA_HAMNGATAN } from "./trips.ts";

/** Whoever books. */
export const CANARY_CONTACT = {
  name: "Maja Kanariefågel",
  phone: "+46701239876",
  email: "maja@kanarie.example",
};
/** Everything personal that is said in that life. */
export const LIFE_CANARIES: readonly string[] = [
  ...Object.values(CANARY_CONTACT),
  ...["Kanariegatan 12B", "ring på hos Kanarie", "kanarieskäl", "Kanarie-Karin"],
  ...["Kanarie-Författaren", "Kanarieförare Ek", "Kanarieåkeriet", "190001019809"],
  ...["portkod kanarie", "kanarie.receiver.example", "punktering hos kanarie", "+46701239877"],
];

/** The ways personal data come into the product. */
export async function canaryLife(services: Services): Promise<void> {
  const to = { ...OSTRA_HAMNGATAN, words: "Kanariegatan 12B" };
  const quote = await quoteTrip(services, { ...aTrip(), to });
  const { link } = await createBooking(services, {
    ...{ quoteId: quote.id, vehicleClass: "standard", contact: CANARY_CONTACT, locale: "sv" },
    ...{ flightNumber: "", note: "ring på hos Kanarie", idempotencyKey: crypto.randomUUID() },
  });
  const details = { phone: "+46701239877", flightNumber: "SK1436", note: "ring på hos Kanarie" };
  await changeDetails(services, { link, ...details });
  await readRoomFeeds(services);
  await runRoomJobs(services);
  const stored = (await services.bookings.listNewest(1, null))[0];
  assert.ok(stored !== undefined);
  const { feeOre } = previewCancellation(stored, services.clock.now().epochMilliseconds);
  await cancelBooking(services, { link, reason: "kanarieskäl", expectedFeeOre: feeOre });
  await anOperator(services, "Kanarie-Karin");
  const id = await aTariffDraft(services, "Utkast");
  const by = { id: "reviewer", name: "Kanarie-Författaren" };
  const revision = (await services.tariffDrafts.get(draftId(id)))?.revision ?? 0;
  assert.ok((await approveDraft(services, { id, by, revision }))?.ok);
  const drivers = DEMO_DRIVERS.slice(0, 1).map((one) => ({ ...one, name: "Kanarieförare Ek" }));
  const holders = DEMO_HOLDERS.slice(0, 1).map((one) => ({
    ...{ ...one, name: "Kanarieåkeriet", organisationNumber: "190001019809" },
  }));
  await services.fleet.save([], drivers, holders);
  const signedIn = await aSignedIn(services, "Kanarie-Karin");
  await keepOwnPlace(services, signedIn.person.id, {
    ...{ kind: "home", name: "", placeId: OSTRA_HAMNGATAN.placeId, words: "portkod kanarie" },
  });
  await takeOutOfTraffic(services, {
    ...{ vehicleId: stored.reservation.vehicleId, startMs: Date.parse("2027-01-01T00:00:00Z") },
    ...{ endMs: null, reason: "punktering hos kanarie", idempotencyKey: null },
    actor: { kind: "operator", id: null, name: "Kanarie-Karin" },
  });
  await addEndpoint(services, {
    ...{
      url: "https://kanarie.receiver.example/",
      events: ["booking.confirmed"],
      by: "Kanarie-Karin",
    },
  });
  await readRoomFeeds(services);
  await runRoomJobs(services);
  for (const { round } of roomWork(services).flatMap(({ rounds = [] }) => rounds)) await round();
}
