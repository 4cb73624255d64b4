// Forms of settlements: who acts is whoever is signed in, whatever the form says; the pages are in tests/admin/settlements_test.ts.
import assert from "node:assert/strict";
import {
  answerHolderSettlement,
  answerSettlement,
} from "../../lib/board/answer-settlement-form.ts";
import { loadHolderSettlements, loadSettlement } from "../../lib/board/settlements-page.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { holderId } from "../../lib/fleet/vehicle.ts";
import { lastEndOf } from "../../lib/settlement/settlement-terms.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";
import { agreeTerms, storeProposal } from "../support/settlements.ts";

const HOLDER = holderId("H2");

Deno.test("a form cannot say who proposed, approved or wrote", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session } = await anOperator(services);
  await agreeTerms(services, HOLDER);
  const fields = new Map(Object.entries({
    ...{ action: "adjust", kind: "deduction", date: "2026-11-24", reason: "Radio", amount: "1" },
    ...{ by: "somebody", id: "x", at: "2020-01-01" },
  }));
  assert((await answerHolderSettlement(services, { operator: session, id: HOLDER, fields })).ok);
  const [written] = await services.settlements.adjustments(HOLDER, "2026-11-24", "2026-11-24");
  assert.equal(written?.by, session.personId);
  assert.notEqual(written?.id, "x");
});

Deno.test("whose approval it is not is told with the page, and nothing is booked", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session } = await anOperator(services);
  await storeProposal(services, { holderId: HOLDER, reason: "Radio" });
  const own = { ...session, personId: "karin" };
  const proposedAt = (await services.settlements.get(HOLDER, 1))?.proposedAt ?? "";
  const fields = new Map([["action", "approve"], ["proposedAt", proposedAt]]);
  const sent = { id: HOLDER, item: "1", fields };
  const answer = await answerSettlement(services, { ...sent, operator: own });
  assert(!answer.ok && answer.status === 409 && answer.data.refusal === "author");
  assert.equal((await services.settlements.get(HOLDER, 1))?.approvedBy, null);
  const unknown = new Map([["action", "pay"]]);
  await assert.rejects(
    answerSettlement(services, { ...sent, operator: session, fields: unknown }),
    RequestError,
  );
});

Deno.test("who may only look sees a proposal and no buttons", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session } = await anOperator(services);
  await storeProposal(services, { holderId: HOLDER, reason: "Radio" });
  const looking = { ...session, rights: ["see-books"] as const };
  assert.equal((await loadSettlement(services, looking, { id: HOLDER, item: "1" }))?.mayAct, false);
  assert.equal((await loadHolderSettlements(services, looking, HOLDER))?.mayAct, false);
  assert.equal((await loadHolderSettlements(services, session, HOLDER))?.mayAct, true);
});

Deno.test("the day that is suggested is the end of the last month, or the last Sunday before today", () => {
  assert.equal(lastEndOf("month", "2026-03-01"), "2026-02-28");
  assert.equal(lastEndOf("month", "2026-11-30"), "2026-10-31");
  assert.equal(lastEndOf("week", "2026-11-23"), "2026-11-22");
  assert.equal(lastEndOf("week", "2026-11-29"), "2026-11-22");
});
