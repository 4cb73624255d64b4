import assert from "node:assert/strict";
import { answerNewRow, answerRow } from "../../lib/board/answer-fleet-form.ts";
import { VEHICLE_TABLE } from "../../lib/setup/fleet-tables.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

Deno.test("a form is carried out or comes back: 422 for what cannot be read, 409 for what others did", async () => {
  await using test = await testServices();
  const { services } = test;
  const { session: operator } = await anOperator(services);
  const [vehicle] = await services.fleet.vehicles();
  assert(vehicle);
  const own = VEHICLE_TABLE.cellsOf(vehicle);
  const answered = async (changes: Record<string, string>) => {
    const fields = new Map(Object.entries({ ...own, seen: JSON.stringify(own), ...changes }));
    const { id } = vehicle;
    const answer = await answerRow(services, { operator, kind: "vehicles", fields, id });
    return answer.ok ? answer.done : answer.status;
  };
  assert.equal(await answered({ plate: "" }), 422);
  assert.equal(await answered({ number: "9" }), "changed");
  assert.equal(await answered({ number: "8" }), 409);
  await assert.rejects(answered({ seen: "" }), { code: "invalid" });
  const taken = new Map(Object.entries(own));
  const twice = await answerNewRow(services, { operator, kind: "vehicles", fields: taken });
  assert(!twice.ok && twice.status === 422 && twice.form.id === "");
});
