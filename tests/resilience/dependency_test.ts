import assert from "node:assert/strict";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { type Attempt, MOST_AT_ONCE, MOST_WAITING } from "../../lib/resilience/dependency.ts";
import type { Question } from "../../lib/resilience/download.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { keptLog } from "../support/kept-log.ts";

/** A service on this machine and how it is asked. */
function aService(handler: (request: Request) => Response | Promise<Response>) {
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, handler);
  const clock = manualClock("2026-11-23T05:00:00Z");
  const { log, records } = keptLog();
  const attempts: Attempt[] = [];
  const time = { ms: 0 };
  const dependencies = new Dependencies({
    ...{ log, clock, now: () => time.ms },
    deadline: () => new AbortController().signal,
  });
  dependencies.listen((attempt) => attempts.push(attempt));
  const map = dependencies.open({ name: "osrm", label: "OSRM", mayRetry: true });
  const ask = (signal?: AbortSignal) => {
    const question: Question<string> = {
      ...{ url: `http://127.0.0.1:${server.addr.port}/`, timeoutMs: 1, maxBytes: 100, signal },
      read: ({ text }) => text,
    };
    return map.ask(question);
  };
  return {
    ...{ ask, map, attempts, records, clock, time, dependencies },
    async [Symbol.asyncDispose]() {
      dependencies[Symbol.dispose]();
      await server.shutdown();
    },
  };
}

Deno.test("so many are asked at once, so many wait, and who comes later goes on without", async () => {
  const { promise: free, resolve } = Promise.withResolvers<void>();
  const { promise: busy, resolve: isBusy } = Promise.withResolvers<void>();
  let arrived = 0;
  await using service = aService(async () => {
    if (++arrived === MOST_AT_ONCE) isBusy();
    await free;
    return new Response("answer");
  });
  const asked = Array.from({ length: MOST_AT_ONCE + MOST_WAITING }, () => service.ask());
  await busy;
  assert.equal(await service.ask(), undefined);
  const { active, waiting, notAsked } = service.map.state();
  assert.deepEqual([active, waiting, notAsked, arrived], [MOST_AT_ONCE, MOST_WAITING, 1, arrived]);
  assert.equal(arrived, MOST_AT_ONCE);
  resolve();
  assert.deepEqual(new Set(await Promise.all(asked)), new Set(["answer"]));
  assert.deepEqual([service.map.state().active, service.map.state().waiting], [0, 0]);
});

Deno.test("a service that fails once is asked again, and both tries are told to whoever measures", async () => {
  let isFirst = true;
  await using service = aService(() => {
    const status = isFirst ? 503 : 200;
    isFirst = false;
    return new Response("answer", { status });
  });
  assert.equal(await service.ask(), "answer");
  assert.deepEqual(service.attempts, [
    { name: "osrm", outcome: "failing", tookMs: 0 },
    { name: "osrm", outcome: "answered", tookMs: 0 },
  ]);
  const { tries, retries, state } = service.map.state();
  assert.deepEqual([tries.failing, tries.answered, retries, state], [1, 1, 1, "closed"]);
});

Deno.test("a service that fails every other time is not asked twice for all of them: the budget ends", async () => {
  let count = 0;
  await using service = aService(() =>
    new Response("answer", { status: ++count % 2 === 0 ? 200 : 503 })
  );
  const asked = 40;
  let failed = 0;
  for (let i = 0; i < asked; i++) {
    service.time.ms += 1_000;
    await service.ask().catch(() => failed++);
  }
  const { retries, notAsked } = service.map.state();
  assert.equal(notAsked, 0);
  // The ten that are always there, and one for ten questions.
  assert.ok(retries >= 10 && retries <= 10 + asked / 10, String(retries));
  assert.ok(failed > 0);
});

Deno.test("a state knows since when, and the log is told once when it begins and once when it ends", async () => {
  await using service = aService(() => new Response("", { status: 500 }));
  assert.equal(service.map.state().since, "2026-11-23T05:00:00Z");
  service.clock.advance({ minutes: 1 });
  await assert.rejects(service.ask(), /OSRM status 500/);
  await assert.rejects(service.ask(), /OSRM status 500/);
  assert.equal(await service.ask(), undefined);
  assert.deepEqual(
    service.dependencies.states().map(({ name, state, since }) => [name, state, since]),
    [["osrm", "open", "2026-11-23T05:01:00Z"]],
  );
  assert.deepEqual(service.records.map(({ level, event, code }) => [level, event, code]), [
    ["warn", "a service of others is left alone", "osrm"],
  ]);
});

Deno.test("who gives up gets their own reason, and is no try that failed", async () => {
  const stop = new AbortController();
  await using service = aService(() => {
    stop.abort(new Error("another question"));
    return new Response("too late");
  });
  await assert.rejects(service.ask(stop.signal), /another question/);
  assert.deepEqual([service.attempts, service.map.state().state], [[], "closed"]);
});
