import assert from "node:assert/strict";
import { keepRounds } from "../../lib/kv/rounds.ts";

Deno.test("rounds come until they are told to stop, and end at once", async () => {
  const stop = new AbortController();
  let rounds = 0;
  const round = () => Promise.resolve(++rounds === 3 && stop.abort());
  await keepRounds({ name: "count", everyMs: 0, round }, stop.signal, assert.fail);
  assert.equal(rounds, 3);
});

Deno.test("a long wait between rounds ends with the process", async () => {
  const stop = new AbortController();
  const round = () => Promise.resolve(stop.abort());
  await keepRounds({ name: "once", everyMs: 3_600_000, round }, stop.signal, assert.fail);
});

Deno.test("a round that throws or rejects is told by name, and the next one comes", async () => {
  const stop = new AbortController();
  const told: string[] = [];
  let rounds = 0;
  const round = () => {
    if (++rounds === 1) throw new TypeError("database or disk is full");
    if (rounds === 2) return Promise.reject(new Error("connection lost"));
    return Promise.resolve(stop.abort());
  };
  const onFailure = (name: string, error: unknown) => void told.push(`${name}: ${error}`);
  await keepRounds({ name: "jobs", everyMs: 0, round }, stop.signal, onFailure);
  assert.deepEqual(told, [
    "jobs: TypeError: database or disk is full",
    "jobs: Error: connection lost",
  ]);
});
