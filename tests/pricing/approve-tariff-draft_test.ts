// A draft becomes a price once a second person has approved it as it stands.
import assert from "node:assert/strict";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { approveDraft } from "../../lib/pricing/approve-tariff-draft.ts";
import { editDraft } from "../../lib/pricing/edit-tariff-draft.ts";
import { planDraft, withdrawDraft } from "../../lib/pricing/publish-tariff-draft.ts";
import { pricingKeys } from "../../lib/pricing/keys.ts";
import { storedTariffDraft } from "../../lib/pricing/stored-pricing.ts";
import { draftId } from "../../lib/pricing/tariff-draft.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { approved, aTariffDraft, REVIEWER } from "../support/tariff-drafts.ts";

const AUTHOR = { id: "author of Vinter", name: "Vinter" };
const SARA = { id: "sara", name: "Sara" };
const TODAY = "2026-11-23";

async function withDraft(test: TestServices) {
  const { services } = test;
  const id = await aTariffDraft(services, "Vinter");
  const stored = async () => {
    const draft = await services.tariffDrafts.get(draftId(id));
    assert(draft);
    return draft;
  };
  const plan = async (publishOn: string) => {
    const versions = (await services.tariffs.list()).map(({ version }) => version);
    const seen = { revision: (await stored()).revision, versions };
    const done = await planDraft(services, { id, by: AUTHOR, publishOn, seen });
    return done?.ok ? done.draft.state.kind : done?.refused.reason;
  };
  const approve = async (by: typeof SARA, revision?: number) => {
    const at = revision ?? (await stored()).revision;
    const done = await approveDraft(services, { id, by, revision: at });
    return done?.ok ? done.draft.approvedBy?.name : done?.refused.reason;
  };
  const edit = (by: typeof SARA) =>
    editDraft<never>(services, { id, by }, ({ name, tariff }) => ({ ok: true, name, tariff }));
  return { id, stored, plan, approve, edit };
}

Deno.test("a draft nobody else approved is not published, today or later; approved it is", async () => {
  await using test = await testServices();
  const { plan, approve, stored } = await withDraft(test);
  assert.equal(await plan(TODAY), "unreviewed");
  assert.equal(await plan("2026-11-24"), "unreviewed");
  assert.equal(await approve(SARA), "Sara");
  assert.equal(await plan(TODAY), "published");
  assert.deepEqual((await stored()).story.map(({ type, by }) => [type, by]), [
    ["created", "Vinter"],
    ["approved", "Sara"],
    ["published", "Vinter"],
  ]);
  assert.equal(await approve(SARA), "state");
});

Deno.test("nobody who wrote part of it approves it, also not after others edited; two may have one name", async () => {
  await using test = await testServices();
  const { approve, edit, stored } = await withDraft(test);
  assert.equal(await approve(AUTHOR), "author");
  await edit(SARA);
  await edit(AUTHOR);
  await edit(SARA);
  assert.deepEqual((await stored()).authors, [AUTHOR, SARA]);
  assert.equal(await approve(SARA), "author");
  assert.equal(await approve({ id: "another", name: "Sara" }), "Sara");
});

Deno.test("an edit takes the approval back, and one that crosses it leaves the edited draft unapproved", async () => {
  await using test = await testServices();
  const { approve, edit, plan, stored } = await withDraft(test);
  const { revision } = await stored();
  await approve(REVIEWER);
  await edit(SARA);
  assert.equal((await stored()).approvedBy, null);
  assert.equal(await plan(TODAY), "unreviewed");
  assert.equal(await approve(REVIEWER, revision), "changed");
  const seen = (await stored()).revision;
  await Promise.all([edit(SARA), approve(REVIEWER, seen)]);
  assert.equal((await stored()).approvedBy, null, "whichever came first");
});

Deno.test("a plan that is taken back keeps its approval; one of an earlier release is not published unapproved", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { id, approve, plan, stored } = await withDraft(test);
  await approve(REVIEWER);
  assert.equal(await plan("2026-11-24"), "planned");
  await withdrawDraft(services, { id, by: AUTHOR });
  assert.deepEqual((await stored()).approvedBy, REVIEWER);
  assert.equal(await plan("2026-11-24"), "planned");
  const planned = await stored();
  const { authors: _, approvedBy: __, ...former } = planned;
  const upgraded = storedTariffDraft.upgrade(former, 1);
  assert.deepEqual([upgraded.authors, upgraded.approvedBy], [[{ id: "", name: "Vinter" }], null]);
  await test.services.db.write.set(pricingKeys.tariffDraft(planned.id), upgraded);
  clock.set("2026-11-23T23:00:00Z");
  await runRoomJobs(services);
  const { state, story } = await stored();
  assert.deepEqual([state.kind, story.at(-1)?.type, story.at(-1)?.detail], [
    ...["open", "refused", "unreviewed"],
  ]);
  assert.equal(await approve({ id: "somebody", name: "Vinter" }), "author", "known by name alone");
  await approved(services, id);
});

Deno.test("who approves a draft that is not there is told so", async () => {
  await using test = await testServices();
  const none = await approveDraft(test.services, { id: "none", by: SARA, revision: 1 });
  assert.equal(none, null);
});
