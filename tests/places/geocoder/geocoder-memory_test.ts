import assert from "node:assert/strict";
import type { AddressQuestion } from "../../../lib/places/geocoder/geocoder.ts";
import { rememberAddresses, REMEMBERED_MS } from "../../../lib/places/geocoder/geocoder-memory.ts";

/** A service that counts what it is asked, under a clock one can turn. */
function aService(max?: number) {
  const state = {
    time: 0,
    asked: [] as AddressQuestion[],
    next: (): Promise<[] | undefined> => Promise.resolve([]),
  };
  const ask = (question: AddressQuestion) => {
    state.asked.push(question);
    return state.next();
  };
  return Object.assign(state, { ask: rememberAddresses(ask, () => state.time, max) });
}

Deno.test("rememberAddresses() asks once for words that compare the same, until they are old", async () => {
  const service = aService();
  await service.ask({ words: "Vasagatan 11" });
  await service.ask({ words: " vasagatan  11" });
  assert.equal(service.asked.length, 1);
  await service.ask({ words: "Vasagatan 12" });
  assert.equal(service.asked.length, 2);
  service.time = REMEMBERED_MS;
  await service.ask({ words: "Vasagatan 11" });
  assert.equal(service.asked.length, 3);
});

Deno.test("rememberAddresses() tells points apart by the metre", async () => {
  const service = aService();
  await service.ask({ point: { lat: 57.7, lng: 11.97 } });
  await service.ask({ point: { lat: 57.700001, lng: 11.97 } });
  await service.ask({ point: { lat: 57.70002, lng: 11.97 } });
  assert.equal(service.asked.length, 2);
});

Deno.test("rememberAddresses() asks once what is asked twice at the same time", async () => {
  const service = aService();
  const { promise, resolve } = Promise.withResolvers<[]>();
  service.next = () => promise;
  const both = [service.ask({ words: "a" }), service.ask({ words: "a" })];
  resolve([]);
  await Promise.all(both);
  assert.equal(service.asked.length, 1);
});

Deno.test("rememberAddresses() remembers neither a failure nor a question that was not asked", async () => {
  const service = aService();
  service.next = () => Promise.reject(new Error("down"));
  await assert.rejects(service.ask({ words: "a" }), /down/);
  service.next = () => Promise.resolve(undefined);
  assert.equal(await service.ask({ words: "a" }), undefined);
  service.next = () => Promise.resolve([]);
  assert.deepEqual(await service.ask({ words: "a" }), []);
  assert.equal(service.asked.length, 3);
});

Deno.test("rememberAddresses() forgets the least recently used first", async () => {
  const service = aService(2);
  for (const words of ["a", "b", "a", "c", "a", "b"]) await service.ask({ words });
  assert.deepEqual(service.asked, ["a", "b", "c", "b"].map((words) => ({ words })));
});
