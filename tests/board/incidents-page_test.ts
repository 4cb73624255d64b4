// A reference is found however it was heard and written.
import assert from "node:assert/strict";
import { findFailure } from "../../lib/board/incidents-page.ts";
import { READ_OUT, someIncidents } from "../support/incidents.ts";
import { testServices } from "../support/services.ts";

Deno.test("findFailure() reads a reference with or without its dash, in any case, and nothing shorter", async () => {
  await using test = await testServices();
  const fingerprint = await someIncidents(test.services);
  for (const written of [READ_OUT, "7f3k 22qd", "7F3K22QD", "kod 7f3k-22qd".slice(4)]) {
    assert.equal((await findFailure(test.services, written))?.fingerprint, fingerprint, written);
  }
  for (const written of ["", "7F3K", "7F3K-22Q", "åäö", "ABCD-EFGH"]) {
    assert.equal(await findFailure(test.services, written), null, written);
  }
});
