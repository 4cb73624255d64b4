import assert from "node:assert/strict";
import { makeRouting } from "../../lib/assembly/routing.ts";
import { keptLog } from "../support/kept-log.ts";

const STOCKHOLM = { lat: 59.33, lng: 18.058 };
const UPPSALA = { lat: 59.8586, lng: 17.646 };

Deno.test("an OSRM that fails is warned of, without its password and without where somebody goes", async () => {
  const { log, records } = keptLog();
  const osrmUrl = `http://user:hunter2@127.0.0.1:${closedPort()}`;
  const answer = await makeRouting({ osrmUrl }, log).route(STOCKHOLM, UPPSALA);
  assert.equal(answer.ok && answer.route.engine, "estimate");
  assert.deepEqual(
    records.map(({ level, event, retriable }) => ({ level, event, retriable })),
    [{ level: "warn", event: "osrm failed", retriable: true }],
  );
  const stack = records[0]?.stack ?? "";
  assert.match(stack, /OSRM not reachable[\s\S]*caused by/);
  for (const secret of ["hunter2", "18.058", "59.33"]) assert(!stack.includes(secret), secret);
});

Deno.test("without an OSRM nothing is logged", async () => {
  const { log, records } = keptLog();
  const answer = await makeRouting({}, log).route(STOCKHOLM, UPPSALA);
  assert.equal(answer.ok && answer.route.engine, "estimate");
  assert.deepEqual(records, []);
});

/** A port where nobody listens. */
function closedPort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return (listener.addr as Deno.NetAddr).port;
}
