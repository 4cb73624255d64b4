import assert from "node:assert/strict";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { PAUSE_MS, pauseAfterFailure } from "../../lib/resilience/pause.ts";

/** A service under a clock one can turn; answers what `next` says at that moment. */
function aService() {
  const state = { time: 0, calls: 0, next: (): Promise<string> => Promise.resolve("answer") };
  const ask = (_question: string) => {
    state.calls++;
    return state.next();
  };
  return Object.assign(state, { ask: pauseAfterFailure(ask, () => state.time) });
}

function fails(retriable: boolean): () => Promise<string> {
  return () => Promise.reject(new GatewayError("osrm", "OSRM down", retriable));
}

Deno.test("pauseAfterFailure() does not ask a service that failed for half a minute", async () => {
  const service = aService();
  service.next = fails(true);
  await assert.rejects(service.ask("a"));
  service.time = PAUSE_MS - 1;
  assert.equal(await service.ask("a"), undefined);
  assert.equal(service.calls, 1);
  service.time = PAUSE_MS;
  service.next = () => Promise.resolve("answer");
  assert.equal(await service.ask("a"), "answer");
  assert.equal(await service.ask("a"), "answer");
  assert.equal(service.calls, 3);
});

Deno.test("pauseAfterFailure() lets one caller try after the pause, and the others go on", async () => {
  const service = aService();
  service.next = fails(true);
  await assert.rejects(service.ask("a"));
  service.time = PAUSE_MS;
  const { promise, resolve } = Promise.withResolvers<string>();
  service.next = () => promise;
  const trying = service.ask("a");
  assert.equal(await service.ask("b"), undefined);
  resolve("answer");
  assert.equal(await trying, "answer");
  assert.equal(await service.ask("b"), "answer");
});

Deno.test("pauseAfterFailure() goes on asking a service that only cannot say", async () => {
  const service = aService();
  service.next = fails(false);
  await assert.rejects(service.ask("a"));
  await assert.rejects(service.ask("a"));
  assert.equal(service.calls, 2);
});
