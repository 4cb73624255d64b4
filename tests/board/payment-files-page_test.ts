import assert from "node:assert/strict";
import { loadPaymentFiles } from "../../lib/board/payment-files-page.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

Deno.test("the day that is suggested is the next one on which banks pay", async () => {
  const suggested: Record<string, string> = {};
  for (const day of ["23", "26", "27", "28", "29"]) {
    await using test = await testServices({ now: `2026-11-${day}T09:00:00Z` });
    const { session } = await anOperator(test.services);
    suggested[day] = (await loadPaymentFiles(test.services, session)).payOn;
  }
  const monday = "2026-11-30";
  assert.deepEqual(suggested, {
    ...{ 23: "2026-11-24", 26: "2026-11-27" },
    ...{ 27: monday, 28: monday, 29: monday },
  });
});
