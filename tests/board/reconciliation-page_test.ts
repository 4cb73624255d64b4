// The comparison of a day as a form asks for it, and a difference as its page shows it.
import assert from "node:assert/strict";
import {
  compareFromForm,
  loadDifference,
  loadReconciliation,
  settleFromForm,
} from "../../lib/board/reconciliation-page.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { aDifference } from "../support/differences.ts";
import { anOperator } from "../support/operator.ts";
import { paidProduct } from "../support/stripe.ts";

Deno.test("a day is compared when it is over and none of it is under way; every other form comes back with why", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const asks = (date: string) => compareFromForm(services, new Map([["date", date]]));
  assert.deepEqual(await asks("2026-13-40"), { asked: "2026-13-40", fault: "no-day" });
  assert.deepEqual(await asks("2026-11-23"), { asked: "2026-11-23", fault: "not-over" });
  assert.equal(await asks("2026-11-21"), null);
  assert.deepEqual(await asks("2026-11-21"), { asked: "2026-11-21", fault: "under-way" });
  const { session } = await anOperator(services);
  const { days, hasProvider, handles } = await loadReconciliation(services, session);
  assert.deepEqual(days.map(({ date, stage }) => [date, stage]), [["2026-11-21", "events"]]);
  assert(hasProvider && handles);
});

Deno.test("who settled a difference is named on its page; of two tabs the second is told", async () => {
  await using product = await paidProduct();
  const { services } = product;
  const { id } = await aDifference(services);
  const { session } = await anOperator(services);
  const fields = new Map([["note", "Provköp av leverantören"]]);
  assert.equal(await settleFromForm(services, session, { id, fields }), null);
  const late = await settleFromForm(services, session, { id, fields });
  assert.equal(late?.fault, "settled");
  const shown = await loadDifference(services, session, id);
  assert.equal(shown.settledBy, "Karin");
  assert.equal(shown.difference.note, "Provköp av leverantören");
  assert(!shown.handles);
  await assert.rejects(loadDifference(services, session, "no-such"), RequestError);
});
