import assert from "node:assert/strict";
import { answerFee, answerFeeReview, answerNewFees } from "../../lib/board/answer-fee-form.ts";
import { loadFee, loadFees } from "../../lib/board/fees-page.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

const DAY = "2026-12-01";

Deno.test("of two who add a row to the same draft one is told of the other, and neither row is lost unseen", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session: operator } = await anOperator(services);
  const begun = await answerNewFees(services, { operator, fields: fields({ bookedFrom: DAY }) });
  assert.deepEqual(begun, { ok: true, bookedFrom: DAY });
  const add = (place: string) =>
    answerFee(services, {
      ...{ operator, bookedFrom: DAY },
      fields: fields({
        ...{ action: "add-row", revision: "1", fault: "customer", kind: "cancel", place },
        ...{ withinMinutes: "30", amount: "100", amountUnit: "percent" },
      }),
    });
  const answers = await Promise.all([add("Borås"), add("Mölndal")]);
  assert.deepEqual(answers.map(({ ok }) => ok).toSorted(), [false, true]);
  const refused = answers.find((answer) => !answer.ok);
  assert(refused && !refused.ok);
  assert.deepEqual([refused.status, refused.data.refusal], [409, "changed"]);
  assert.equal(refused.data.draft?.revision, 2);
  assert.equal(refused.data.matrix.rows.length, 3);
});

Deno.test("an edition has no preview and nothing to review, and the list says which is in force", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session: operator } = await anOperator(services);
  const data = await loadFee(services, operator, "2020-01-01");
  assert.deepEqual([data?.draft, data?.preview], [null, null]);
  assert.equal((await loadFees(services, operator)).inForce, "2020-01-01");
  const sent = { operator, bookedFrom: "2020-01-01", fields: fields({ revision: "1" }) };
  const answer = await answerFeeReview(services, sent);
  assert.deepEqual(!answer.ok && answer.data.refusal, "day-gone");
});

function fields(values: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(values));
}
