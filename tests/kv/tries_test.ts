import assert from "node:assert/strict";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { giveBackTry, takeTry, type TryDeps, type TryLimit } from "../../lib/kv/tries.ts";
import { testServices } from "../support/services.ts";

const LIMIT: TryLimit = { most: 5, withinMs: 60 * 60_000 };
const CODE = { what: "find-by-code", who: "a" };
const SENDER = { what: "find-by-sender", who: "b" };

/** Seconds to wait, or null when the try was taken. */
async function waitOf(deps: TryDeps, of = [CODE]): Promise<unknown> {
  try {
    await takeTry(deps, of, LIMIT);
    return null;
  } catch (error) {
    assert(error instanceof DomainError && error.code === "too-many-tries");
    return error.details.retryAfterSeconds;
  }
}

Deno.test("there are five tries in any hour, and one more when the oldest is an hour old", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  for (let i = 0; i < 5; i++) {
    assert.equal(await waitOf(services), null);
    clock.advance({ minutes: 10 });
  }
  assert.equal(await waitOf(services), 600);
  clock.advance({ minutes: 9, seconds: 59 });
  assert.equal(await waitOf(services), 1);
  clock.advance({ seconds: 1 });
  assert.equal(await waitOf(services), null);
  assert.equal(await waitOf(services), 600);
});

Deno.test("a refused try takes nothing: neither of what is used up nor of what is left", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  for (let i = 0; i < 5; i++) assert.equal(await waitOf(services), null);
  for (let i = 0; i < 9; i++) assert.equal(await waitOf(services, [SENDER, CODE]), 3_600);
  clock.advance({ hours: 1 });
  for (let i = 0; i < 5; i++) assert.equal(await waitOf(services, [SENDER, CODE]), null);
  assert.equal(await waitOf(services, [SENDER]), 3_600);
});

Deno.test("a try that is given back is there again; those of others stay taken", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  for (let i = 0; i < 4; i++) assert.equal(await waitOf(services), null);
  clock.advance({ minutes: 1 });
  const taken = await takeTry(services, [CODE, SENDER], LIMIT);
  await giveBackTry(services, taken);
  await giveBackTry(services, taken);
  assert.equal(await waitOf(services), null);
  assert.equal(await waitOf(services), 3_540);
  for (let i = 0; i < 5; i++) assert.equal(await waitOf(services, [SENDER]), null);
});

Deno.test("a hundred racers in two processes on one database get five tries together", async () => {
  const folder = await Deno.makeTempDir();
  const database = `${folder}/avanti.sqlite`;
  {
    await using one = await testServices({ database });
    await using other = await testServices({ database, existing: true });
    const racers = Array.from({ length: 100 }, (_, i) => {
      const { services } = i % 2 === 0 ? one : other;
      return takeTry(services, [CODE, SENDER], LIMIT).then(() => "taken", (error) => error.code);
    });
    const outcomes = await Promise.all(racers);
    assert.equal(outcomes.filter((outcome) => outcome === "taken").length, 5);
    assert(outcomes.every((outcome) => ["taken", "too-many-tries", "busy"].includes(outcome)));
  }
  await Deno.remove(folder, { recursive: true });
});
