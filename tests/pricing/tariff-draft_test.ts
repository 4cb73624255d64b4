// Drafts of tariffs: kept, edited by two, planned, published on their day or withdrawn before it.
import assert from "node:assert/strict";
import { aBook } from "../support/pricing.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { beginDraft, discardDraft, editDraft } from "../../lib/pricing/edit-tariff-draft.ts";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";
import {
  planDraft,
  publishDueDraft,
  withdrawDraft,
} from "../../lib/pricing/publish-tariff-draft.ts";
import type { DraftedTariff, TariffDraft } from "../../lib/pricing/tariff-draft.ts";
import { draftId, MAX_DRAFT_EVENTS } from "../../lib/pricing/tariff-draft.ts";
import { changedDraft, draftCan, publishRefusal } from "../../lib/pricing/tariff-draft-rules.ts";
import { priceQuoteThreshold } from "../../lib/pricing/binding-maximum.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { approved, REVIEWER } from "../support/tariff-drafts.ts";
import { aQuote, MAJA } from "../support/trips.ts";

const TODAY = "2026-11-23";
const KARIN = { id: "karin", name: "Karin" };
const SARA = { id: "sara", name: "Sara" };
const { version: _, ...CONTENT } = DEMO_TARIFF_2026;

async function aDraft({ services }: TestServices, tariff: Partial<DraftedTariff> = {}) {
  const content = { ...CONTENT, validFrom: "2026-11-24", validUntil: "2026-12-31", ...tariff };
  return await beginDraft(services, { name: "Vinter", tariff: content, by: KARIN });
}

/** Has a draft approved where it is not, and plans it as somebody who looked at everything just now. */
async function planned({ services }: TestServices, { id }: TariffDraft, publishOn: string) {
  const { approvedBy, state } = await services.tariffDrafts.get(id) ?? {};
  if (approvedBy === null && state?.kind === "open") await approved(services, id);
  const [draft, tariffs] = await Promise.all([
    services.tariffDrafts.get(id),
    services.tariffs.list(),
  ]);
  const versions = tariffs.map(({ version }) => version);
  const seen = { revision: draft?.revision ?? 0, versions };
  return await planDraft(services, { id, by: KARIN, publishOn, seen });
}

const versionsOf = async ({ services }: TestServices) =>
  (await services.tariffs.list()).map(({ version }) => version);

Deno.test("a draft is kept with its name and who began it, and edits are told in order", async () => {
  await using test = await testServices();
  const { services } = test;
  const { id } = await aDraft(test);
  const edit = (petOre: number) =>
    editDraft(services, { id, by: SARA }, ({ name, tariff }) => ({
      ...{ ok: true, name: `${name}!` },
      tariff: { ...tariff, extras: { ...tariff.extras, petOre } },
    }));
  await edit(10_00);
  await edit(20_00);
  const stored = await services.tariffDrafts.get(id);
  assert.deepEqual([stored?.name, stored?.revision, stored?.tariff.extras.petOre], [
    "Vinter!!",
    3,
    20_00,
  ]);
  assert.deepEqual(stored?.story.map(({ type, by }) => [type, by]), [
    ["created", "Karin"],
    ["edited", "Sara"],
    ["edited", "Sara"],
  ]);
  assert.equal(await editDraft(services, { id: "none", by: KARIN }, () => assert.fail()), null);
  assert.deepEqual((await versionsOf(test)).length, 2, "nothing is published by it");
});

Deno.test("edits of many at once are all kept, each over the one before", async () => {
  await using test = await testServices();
  const { services } = test;
  const { id } = await aDraft(test);
  await Promise.all(
    Array.from({ length: 8 }, () =>
      editDraft(services, { id, by: SARA }, ({ name, tariff }) => ({
        ...{ ok: true, name },
        tariff: { ...tariff, extras: { ...tariff.extras, petOre: tariff.extras.petOre + 1_00 } },
      }))),
  );
  const stored = await services.tariffDrafts.get(id);
  assert.deepEqual([stored?.revision, stored?.tariff.extras.petOre], [
    9,
    CONTENT.extras.petOre + 8_00,
  ]);
});

Deno.test("published today it is a tariff at once, and quotes given before keep theirs, also when they are bought", async () => {
  await using test = await testServices();
  const { services } = test;
  const quote = await aQuote(services);
  const draft = await aDraft(test, { extras: { ...CONTENT.extras, petOre: 77_00 } });
  const done = await planned(test, draft, TODAY);
  assert(done?.ok);
  assert.deepEqual(done.draft.state, { kind: "published", version: "2026-11-24.1" });
  assert((await versionsOf(test)).includes("2026-11-24.1"));
  const { booking } = await createBooking(services, {
    ...{ quoteId: quote.id, vehicleClass: "standard", contact: MAJA, flightNumber: "", note: "" },
    ...{ locale: "sv", idempotencyKey: "bought later" },
  });
  assert.equal(booking.trip.tariffVersion, quote.tariffVersion);
  assert.equal((await aQuote(services)).tariffVersion, "2026-11-24.1");
});

Deno.test("planned for a later day it is published when that day begins in Sweden, and not a minute before", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const draft = await aDraft(test, { validFrom: "2026-12-15" });
  const plan = await planned(test, draft, "2026-12-01");
  assert(plan?.ok && plan.draft.state.kind === "planned");
  clock.set("2026-11-30T22:59:59Z");
  await runRoomJobs(services);
  assert.equal((await versionsOf(test)).length, 2);
  clock.set("2026-11-30T23:00:00Z");
  await runRoomJobs(services);
  assert((await versionsOf(test)).includes("2026-12-15.1"));
  // A job runs at least once.
  await publishDueDraft(services, draft.id);
  const stored = await services.tariffDrafts.get(draft.id);
  assert.deepEqual(stored?.story.map(({ type, by }) => [type, by]), [
    ["created", "Karin"],
    ["approved", REVIEWER.name],
    ["planned", "Karin"],
    ["published", ""],
  ]);
});

Deno.test("withdrawn before its day it is open again and not published, also when it was planned anew for later", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const draft = await aDraft(test, { validFrom: "2026-12-15" });
  await planned(test, draft, "2026-12-01");
  const edit = await editDraft<never>(services, { id: draft.id, by: SARA }, () => assert.fail());
  assert(edit?.ok === false && edit.refused.reason === "state");
  const back = await withdrawDraft(services, { id: draft.id, by: SARA });
  assert(back?.ok && back.draft.state.kind === "open");
  clock.set("2026-12-01T12:00:00Z");
  await runRoomJobs(services);
  assert.equal((await versionsOf(test)).length, 2, "its job finds it withdrawn");
  clock.set("2026-11-30T12:00:00Z");
  await planned(test, draft, "2026-12-05");
  await withdrawDraft(services, { id: draft.id, by: SARA });
  await planned(test, draft, "2026-12-10");
  clock.set("2026-12-05T12:00:00Z");
  await runRoomJobs(services);
  assert.equal((await versionsOf(test)).length, 2, "its first job finds it planned for later");
  clock.set("2026-12-10T12:00:00Z");
  await runRoomJobs(services);
  assert((await versionsOf(test)).includes("2026-12-15.1"));
  const late = await withdrawDraft(services, { id: draft.id, by: SARA });
  assert(late?.ok === false, "what was published stays");
});

Deno.test("a plan that a load overtook is not published on its day; the draft is open again and says why", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const draft = await aDraft(test, { validFrom: "2026-12-15" });
  await planned(test, draft, "2026-12-01");
  await services.tariffs.save({ ...CONTENT, version: "2026-12-20.1", validFrom: "2026-12-20" });
  clock.set("2026-12-01T12:00:00Z");
  await runRoomJobs(services);
  const stored = await services.tariffDrafts.get(draft.id);
  assert.equal(stored?.state.kind, "open");
  assert.deepEqual([stored.story.at(-1)?.type, stored.story.at(-1)?.detail], [
    "refused",
    "later-begins-within",
  ]);
});

Deno.test("who plans what somebody else has changed since, or beside a tariff published since, is told so", async () => {
  await using test = await testServices();
  const { services } = test;
  const draft = await aDraft(test);
  const versions = await versionsOf(test);
  const plan = (revision: number, known: readonly string[]) =>
    planDraft(services, {
      ...{ id: draft.id, by: SARA, publishOn: TODAY },
      seen: { revision, versions: known },
    });
  await approved(services, draft.id);
  const changed = await plan(1, versions);
  assert(changed?.ok === false && changed.refused.reason === "changed");
  await services.tariffs.save({
    ...CONTENT,
    ...{ version: "2028-01-01.1", validFrom: "2028-01-01", validUntil: null },
  });
  const overtaken = await plan(2, versions);
  assert(overtaken?.ok === false && overtaken.refused.reason === "changed");
  assert.equal(
    await planDraft(services, {
      ...{ id: "none", by: KARIN, publishOn: TODAY, seen: { revision: 1, versions: [] } },
    }),
    null,
  );
});

Deno.test("two who publish one draft in the same moment publish it once", async () => {
  await using test = await testServices();
  const draft = await aDraft(test);
  await approved(test.services, draft.id);
  const both = await Promise.all([planned(test, draft, TODAY), planned(test, draft, TODAY)]);
  assert.deepEqual(both.map((one) => one?.ok).sort(), [false, true]);
  assert.deepEqual((await versionsOf(test)).filter((one) => one.startsWith("2026-11-24")), [
    "2026-11-24.1",
  ]);
});

Deno.test("a day gone by, one after the first day, and days that another tariff has are refused by name", () => {
  const refusal = (publishOn: string, tariff: Partial<DraftedTariff> = {}) =>
    publishRefusal(
      { tariff: { ...CONTENT, validFrom: "2026-12-15", ...tariff }, approvedBy: SARA },
      aBook([DEMO_TARIFF_2026]),
      { publishOn, today: TODAY },
    )?.reason ?? null;
  assert.equal(refusal(TODAY, { rates: {} }), "unfinished");
  assert.equal(refusal("2026-11-22"), "day-gone");
  assert.equal(refusal(TODAY), null);
  assert.equal(refusal("2026-12-15"), null);
  assert.equal(refusal("2026-12-16"), "day-late");
  assert.equal(refusal(TODAY, { validFrom: "2026-11-22" }), "past");
  assert.equal(refusal(TODAY, { validUntil: "2026-12-20" }), "former-comes-back");
});

Deno.test("a tariff above the threshold gives a binding maximum with every price, once it is published", async () => {
  await using test = await testServices();
  const { services } = test;
  assert.equal((await aQuote(services)).options[0]?.bindingMaximumOre ?? null, null);
  const { thresholdOre } = priceQuoteThreshold(TODAY);
  const dear = { baseOre: thresholdOre, perKmOre: 10_00, perHourOre: 0, minimumOre: 0 };
  const draft = await aDraft(test, { rates: { standard: dear }, fixedPrices: [] });
  await planned(test, draft, TODAY);
  const [option] = (await aQuote(services)).options;
  assert(option && option.comparisonPriceOre > thresholdOre);
  assert.equal(option.bindingMaximumOre, option.totalOre);
});

Deno.test("a draft that was given up stays readable and takes nothing more", async () => {
  await using test = await testServices();
  const { services } = test;
  const draft = await aDraft(test);
  const gone = await discardDraft(services, { id: draft.id, by: SARA });
  assert(gone?.ok && gone.draft.state.kind === "discarded");
  for (const act of ["edit", "plan", "withdraw", "discard"] as const) {
    assert.equal(draftCan(act, gone.draft.state), false, act);
  }
  const again = await discardDraft(services, { id: draft.id, by: SARA });
  assert(again?.ok === false);
  assert.deepEqual((await services.tariffDrafts.list()).map(({ id }) => id), [draft.id]);
});

Deno.test("a story keeps its beginning and its latest events", () => {
  const event = (at: number) => ({
    at: String(at),
    by: "",
    type: "edited" as const,
    detail: "",
  });
  let draft: TariffDraft = {
    ...{ id: draftId("x"), revision: 1, name: "", tariff: CONTENT, state: { kind: "open" } },
    ...{ authors: [], approvedBy: null },
    story: [event(0)],
  };
  for (let i = 1; i <= 2 * MAX_DRAFT_EVENTS; i++) draft = changedDraft(draft, {}, event(i));
  assert.equal(draft.story.length, MAX_DRAFT_EVENTS);
  assert.deepEqual([draft.story[0]?.at, draft.story.at(-1)?.at], ["0", "100"]);
});
