// The cache in front is told of every change there is, whoever makes it and whatever fails, and of nothing else.
import assert from "node:assert/strict";
import { ONCE_MORE_AFTER_MS } from "../../lib/edge/purge-rules.ts";
import { EdgeTeller } from "../../lib/edge/tell-edge.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { editLandmark } from "../../lib/places/edit-landmark.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { type TestServices, testServices } from "../support/services.ts";

const EDGE = { host: "edge.example" };

/** A teller of the services, and what its cache was asked for; it fails while `isDown`. */
function aTeller({ services }: TestServices, clock = { ms: 0 }) {
  const edge = { isDown: false, asked: [] as string[], tries: 0 };
  const purger = {
    ...EDGE,
    purge(keys: readonly string[]) {
      edge.tries++;
      if (edge.isDown) return Promise.reject(new GatewayError("edge", "The edge failed", true));
      edge.asked.push(keys.join(" "));
      return Promise.resolve();
    },
  };
  const teller = new EdgeTeller({ ...services, purger, now: () => clock.ms });
  return { teller, edge, clock };
}

/** Looks, and says what was asked for since. */
async function look({ teller, edge }: ReturnType<typeof aTeller>): Promise<string[]> {
  await teller.look();
  return edge.asked.splice(0);
}

async function publish({ services }: TestServices): Promise<void> {
  const [tariff = assert.fail()] = DEMO_TARIFFS;
  const version = `${tariff.validFrom}.99`;
  assert.equal(await services.tariffs.save({ ...tariff, version }), true);
}

Deno.test("a process that begins has all of it thrown away, once more after a while, and then nothing", async () => {
  await using test = await testServices();
  const one = aTeller(test);
  assert.deepEqual(await look(one), ["release"]);
  assert.deepEqual(await look(one), []);
  one.clock.ms += ONCE_MORE_AFTER_MS;
  assert.deepEqual(await look(one), ["release"]);
  one.clock.ms += 10 * ONCE_MORE_AFTER_MS;
  assert.deepEqual(await look(one), []);
});

Deno.test("a tariff that is saved and a landmark that is retired are told at the next look", async () => {
  await using test = await testServices({ places: loadPlaceIndex() });
  const one = aTeller(test);
  await look(one);
  await publish(test);
  assert.deepEqual(await look(one), ["tariff places"]);
  const done = await editLandmark(test.services, {
    ...{ id: "landmark:ullevi", expectedVersion: 0, operatorName: "Karin" },
    command: { type: "retire" },
  });
  assert.equal(done.ok, true);
  assert.deepEqual(await look(one), ["places"]);
});

Deno.test("at midnight in Sweden the pages go, without any commit", async () => {
  await using test = await testServices({ now: "2026-11-23T22:59:59Z" });
  const one = aTeller(test);
  await look(one);
  test.clock.set("2026-11-23T23:00:00Z");
  assert.deepEqual(await look(one), ["day"]);
});

Deno.test("what was committed before a process died is told by the next, and by those that run beside it", async () => {
  await using test = await testServices();
  const killed = aTeller(test);
  const beside = aTeller(test);
  await look(killed);
  await look(beside);
  await publish(test);
  // It dies here: nothing of what it knew is written anywhere.
  assert.deepEqual(await look(beside), ["tariff places"]);
  assert.deepEqual(await look(aTeller(test)), ["release"]);
});

Deno.test("a cache that is down is asked again until it does it, ever more seldom, and said once to be down", async () => {
  await using test = await testServices();
  const one = aTeller(test);
  await look(one);
  one.edge.isDown = true;
  await publish(test);
  for (let looks = 0; looks < 1_000; looks++) {
    one.clock.ms += 100;
    assert.deepEqual(await look(one), []);
  }
  assert(one.edge.tries < 15, `${one.edge.tries} tries in 100 s`);
  one.edge.isDown = false;
  one.clock.ms += 30_000;
  const told = await look(one);
  assert.match(told.join(), /tariff places/);
  const said = test.records.filter(({ event }) => /the edge/.test(event));
  assert.deepEqual(said.map(({ event }) => event), [
    "the edge gives away what is old",
    "the edge is told again",
  ]);
});

Deno.test("a change while the cache is being told is told after it", async () => {
  await using test = await testServices();
  const asked: string[] = [];
  const teller = new EdgeTeller({
    ...test.services,
    now: () => 0,
    purger: {
      host: "edge.example",
      async purge(keys) {
        asked.push(keys.join(" "));
        if (asked.length === 1) await publish(test);
      },
    },
  });
  await teller.look();
  await teller.look();
  assert.deepEqual(asked, ["release", "tariff places"]);
});

Deno.test("without a cache in front nobody looks", async () => {
  await using test = await testServices();
  assert.equal(test.services.edgeTeller, null);
  await using set = await testServices({
    environment: { AVANTI_EDGE: "varnish", AVANTI_EDGE_URL: "http://127.0.0.1:6083" },
  });
  assert(set.services.edgeTeller !== null);
});

Deno.test("what somebody wants thrown away goes at once, once more after a while, and again until it is gone", async () => {
  await using test = await testServices();
  const one = aTeller(test);
  await look(one);
  assert.equal(await one.teller.purge(["tariff"]), true);
  assert.deepEqual(one.edge.asked.splice(0), ["tariff"]);
  one.clock.ms += ONCE_MORE_AFTER_MS;
  assert.deepEqual(await look(one), ["tariff release"]);
  one.edge.isDown = true;
  assert.equal(await one.teller.purge(["places"]), false);
  assert.deepEqual(one.teller.state(), { ...EDGE, isBehind: true, wanted: ["places"] });
  one.edge.isDown = false;
  one.clock.ms += ONCE_MORE_AFTER_MS;
  assert.deepEqual(await look(one), ["places"]);
  assert.deepEqual(one.teller.state(), { ...EDGE, isBehind: false, wanted: [] });
  one.clock.ms += ONCE_MORE_AFTER_MS;
  assert.deepEqual(await look(one), ["places"]);
  one.clock.ms += ONCE_MORE_AFTER_MS;
  assert.deepEqual(await look(one), []);
});
