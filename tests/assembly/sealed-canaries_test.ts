// Raw search: personal data of every sealed family, planted through the product, stands nowhere in the files of the database.
import assert from "node:assert/strict";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { NO_SEALER } from "../../lib/assembly/sealing.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { readRoomFeeds, roomWork, runRoomJobs } from "../../lib/assembly/work.ts";
import { keepOwnPlace } from "../../lib/accounts/keep-own-place.ts";
import { addEndpoint } from "../../lib/webhooks/change-endpoint.ts";
import { changeDetails } from "../../lib/booking/change-details.ts";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { previewCancellation } from "../../lib/booking/cancellation-rules.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { takeOutOfTraffic } from "../../lib/dispatch/vehicle-outage.ts";
import type { AnyFamily } from "../../lib/kv/family.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { approveDraft } from "../../lib/pricing/approve-tariff-draft.ts";
import { draftId } from "../../lib/pricing/tariff-draft.ts";
import { quoteTrip } from "../../lib/pricing/quote-trip.ts";
import { DEMO_DRIVERS, DEMO_HOLDERS } from "../../scripts/demo/demo-fleet.ts";
import { tempFolder } from "../support/databases.ts";
import { anOperator } from "../support/operator.ts";
import { aSignedIn } from "../support/own-places.ts";
import { rawBytes, textsIn } from "../support/raw-bytes.ts";
import { type TestServiceOptions, testServices } from "../support/services.ts";
import { aTariffDraft } from "../support/tariff-drafts.ts";
import { aTrip, OSTRA_HAMNGATAN } from "../support/trips.ts";

const CONTACT = {
  name: "Maja Kanariefågel",
  phone: "+46701239876",
  email: "maja@kanarie.example",
};
const CANARIES: readonly string[] = [
  ...Object.values(CONTACT),
  ...["Kanariegatan 12B", "ring på hos Kanarie", "kanarieskäl", "Kanarie-Karin"],
  ...["Kanarie-Författaren", "Kanarieförare Ek", "Kanarieåkeriet", "190001019809"],
  ...["portkod kanarie", "kanarie.receiver.example", "punktering hos kanarie", "+46701239877"],
];

/** The ways personal data come into the product. */
async function live(services: Services): Promise<void> {
  const to = { ...OSTRA_HAMNGATAN, words: "Kanariegatan 12B" };
  const quote = await quoteTrip(services, { ...aTrip(), to });
  const { link } = await createBooking(services, {
    ...{ quoteId: quote.id, vehicleClass: "standard", contact: CONTACT, locale: "sv" },
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

async function lived(options: TestServiceOptions): Promise<void> {
  await using test = await testServices(options);
  await live(test.services);
}

Deno.test("after the flows of the product none of what people said stands in the files of its database", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  const records: unknown[] = [];
  {
    await using test = await testServices({ database });
    await live(test.services);
    records.push(...test.records);
    // While it is open, with what was written ahead; and after it was closed.
    assert.deepEqual(textsIn(await rawBytes(database), CANARIES), []);
  }
  assert.deepEqual(textsIn(await rawBytes(database), CANARIES), []);
  assert.deepEqual(
    records.filter((record) => textsIn([bytesOf(record)], CANARIES).length > 0),
    [],
    "nor in the log",
  );
});

Deno.test("the search finds every canary where nothing is sealed", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  await lived({ database, parts: { sealer: NO_SEALER } });
  // What rooms seal themselves is not there either way.
  const sealedByRooms = ["portkod kanarie"];
  const found = textsIn(await rawBytes(database), CANARIES);
  assert.deepEqual([...found, ...sealedByRooms].sort(), [...CANARIES].sort());
});

const CANARY = "Kanarie i varje fält";

Deno.test("every sealed field of every family leaves the row, whatever family comes to the registry", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  await using test = await testServices({ database });
  const sealed = KEY_FAMILIES.filter((family) => family.sealed !== undefined);
  for (const family of sealed) {
    const tx = new Transaction(test.services.db);
    const key = family.keyOf([family.name, "01JDQ8ZV5T0000000000000001", 1]);
    assert.notEqual(await tx.set(key, rowOfCanaries(family)).commit(), null, family.name);
    const { value } = await test.services.db.read.get(key);
    assert.match(JSON.stringify(value), /Kanarie/, `${family.name} is read back`);
  }
  assert.deepEqual(textsIn(await rawBytes(database), [CANARY]), []);
});

/** A row with a canary in place of every text that is sealed. */
function rowOfCanaries({ sealed }: AnyFamily): unknown {
  const row = {
    id: "01",
    personId: "01",
    mark: "mark",
    bookingId: null,
    actor: { kind: "operator", id: "01" },
    by: { id: "01" },
  };
  for (const [path, blank] of Object.entries(sealed?.erased ?? {})) {
    plant(row, path.replaceAll("*", "0").split("."), canaries(blank));
  }
  return row;
}

function plant(at: Record<string, unknown>, [name = "", ...more]: string[], value: unknown): void {
  if (more.length === 0) at[name] = value;
  else plant((at[name] ??= more[0] === "0" ? [] : {}) as Record<string, unknown>, more, value);
}

function canaries(blank: unknown): unknown {
  if (typeof blank === "string") return CANARY;
  if (Array.isArray(blank)) return [CANARY];
  if (typeof blank !== "object" || blank === null) return blank;
  return Object.fromEntries(Object.entries(blank).map(([name, part]) => [name, canaries(part)]));
}

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(Deno.inspect(value, { depth: 9 }));
}
