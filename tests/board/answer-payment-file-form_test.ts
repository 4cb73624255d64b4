import assert from "node:assert/strict";
import { answerPaymentFile } from "../../lib/board/answer-payment-file-form.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

Deno.test("a button that is none is refused, and a payment that is none is not there", async () => {
  await using test = await testServices();
  const { session } = await anOperator(test.services);
  const answer = (fields: Record<string, string>) =>
    answerPaymentFile(test.services, session, new Map(Object.entries(fields)));
  await assert.rejects(answer({ action: "pay" }), RequestError);
  await assert.rejects(answer({}), RequestError);
  for (const payment of ["", "x", "01KAQWERTYASDFGHJKZXCVBNM1 H2 7", "a b c d"]) {
    for (const action of ["ask-return", "confirm-return"]) {
      const refused = { ok: false, refusal: "nothing-there" };
      assert.deepEqual(await answer({ action, payment }), refused, payment);
    }
  }
});
