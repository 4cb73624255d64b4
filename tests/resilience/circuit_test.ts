import assert from "node:assert/strict";
import { BrokenCircuitError } from "cockatiel";
import { AttemptFailure } from "../../lib/resilience/attempt-failure.ts";
import {
  Circuit,
  type CircuitWord,
  FIRST_REST_MS,
  LONGEST_REST_MS,
} from "../../lib/resilience/circuit.ts";
import { FAILURES_IN_A_ROW } from "../../lib/resilience/volume-breaker.ts";

const fail = () => Promise.reject(new AttemptFailure("map", "unreachable", "Map not reachable"));
const answer = () => Promise.resolve("answer");

/** A circuit under a clock one can turn. */
function aCircuit() {
  const clock = { ms: 0 };
  const told: CircuitWord[] = [];
  const circuit = new Circuit(() => clock.ms, (word) => told.push(word));
  const open = async () => {
    for (let i = 0; i < FAILURES_IN_A_ROW; i++) await assert.rejects(circuit.run(fail));
  };
  return { circuit, clock, told, open };
}

Deno.test("an open circuit is not run until its rest is over; then one tries, the others go on without", async () => {
  const { circuit, clock, told, open } = aCircuit();
  await open();
  clock.ms = FIRST_REST_MS - 1;
  await assert.rejects(circuit.run(answer), BrokenCircuitError);
  clock.ms = FIRST_REST_MS;
  const { promise, resolve } = Promise.withResolvers<string>();
  const trying = circuit.run(() => promise);
  assert.equal(circuit.word, "half-open");
  await assert.rejects(circuit.run(answer), BrokenCircuitError);
  resolve("answer");
  assert.equal(await trying, "answer");
  assert.equal(await circuit.run(answer), "answer");
  assert.deepEqual(told, ["open", "half-open", "closed"]);
});

Deno.test("each rest that ends in a failure is followed by one twice as long, up to the longest", async () => {
  const { circuit, clock, open } = aCircuit();
  await open();
  const rests: number[] = [];
  for (let i = 0; i < 5; i++) {
    const since = clock.ms;
    while (circuit.word === "open") {
      clock.ms += FIRST_REST_MS;
      const failure = await circuit.run(fail).catch((error) => error);
      if (failure instanceof AttemptFailure) break;
    }
    rests.push(clock.ms - since);
  }
  assert.deepEqual(rests, [1, 2, 4, 6, 6].map((times) => times * FIRST_REST_MS));
  assert.equal(rests.at(-1), LONGEST_REST_MS);
  clock.ms += LONGEST_REST_MS;
  assert.equal(await circuit.run(answer), "answer");
  await open();
  clock.ms += FIRST_REST_MS;
  assert.equal(await circuit.run(answer), "answer");
});

Deno.test("who gives up says nothing about the service, and closes no circuit that is being tried", async () => {
  const { circuit, clock, open } = aCircuit();
  const giveUp = () => Promise.reject(new DOMException("gone", "AbortError"));
  for (let i = 0; i < 10; i++) await assert.rejects(circuit.run(giveUp), /gone/);
  assert.equal(circuit.word, "closed");
  await open();
  clock.ms = FIRST_REST_MS;
  await assert.rejects(circuit.run(giveUp), /gone/);
  assert.equal(circuit.word, "open");
});

Deno.test("a time of day that is set back makes no rest longer", async () => {
  const { circuit, clock, open } = aCircuit();
  await open();
  const { now } = Date;
  try {
    Date.now = () => 0;
    clock.ms = FIRST_REST_MS;
    assert.equal(await circuit.run(answer), "answer");
  } finally {
    Date.now = now;
  }
});
