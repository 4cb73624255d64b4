// Routes in Göteborg against a real OSRM server with the same roads: an oracle nobody here wrote.
import { askOutside } from "../support/ask-outside.ts";
import assert from "node:assert/strict";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { createOsrmEngine } from "../../lib/routing/osrm-gateway.ts";
import { compareAnywhere, comparePairs, quantile } from "./support/osrm-pairs.ts";
import { OSRM_PROGRAM, startOsrm } from "./support/osrm-peer.ts";
import { peerProgram } from "./support/peer-folder.ts";

const OSRM = peerProgram(OSRM_PROGRAM, "routes in Göteborg against a real OSRM");
const KORSVAGEN = { lat: 57.6966, lng: 11.9866 };
const HJALMAR = { lat: 57.7069, lng: 11.9386 };

Deno.test({
  name: "trips are hardly longer than OSRM's and take its time by day",
  ignore: OSRM === null,
  async fn() {
    await using osrm = await startOsrm(OSRM ?? "");
    const pairs = await comparePairs(loadCityNetwork(), osrm.origin, 600, 7);
    assert.equal(pairs.length, 600);
    const distances = pairs.map(({ ours, theirs }) => ours.meters / theirs.meters);
    assert.ok(quantile(distances, 0.95) <= 1.08, `p95 ${quantile(distances, 0.95)}`);
    assert.ok(quantile(distances, 0.99) <= 1.2, `p99 ${quantile(distances, 0.99)}`);
    const times = pairs.map(({ ours, theirs }) => ours.seconds / theirs.seconds);
    assert.ok(Math.abs(quantile(times, 0.5) - 1) < 0.05, `median ${quantile(times, 0.5)}`);
  },
});

Deno.test({
  name: "a trip between any two places is never a third longer than OSRM's",
  ignore: OSRM === null,
  async fn() {
    await using osrm = await startOsrm(OSRM ?? "");
    const { pairs } = await compareAnywhere(loadCityNetwork(), osrm.origin, 600, 7);
    assert.equal(pairs.length, 600);
    const distances = pairs.map(({ ours, theirs }) => ours.meters / theirs.meters);
    assert.ok(quantile(distances, 0.95) <= 1.08, `p95 ${quantile(distances, 0.95)}`);
    assert.ok(quantile(distances, 0.99) <= 1.2, `p99 ${quantile(distances, 0.99)}`);
    assert.ok(quantile(distances, 1) <= 1.35, `worst ${quantile(distances, 1)}`);
  },
});

Deno.test({
  name: "a real server's answer passes the gateway, and beyond its map it is not believed",
  ignore: OSRM === null,
  async fn() {
    await using osrm = await startOsrm(OSRM ?? "");
    const engine = createOsrmEngine({ baseUrl: osrm.origin, ask: askOutside("osrm") });
    const answer = await engine.route(KORSVAGEN, HJALMAR);
    assert.ok(answer?.ok);
    assert.equal(answer.route.dataVersion, "goteborg-2016-12-27");
    assert.ok(answer.route.distanceMeters > 3_000 && answer.route.distanceMeters < 9_000);
    await assert.rejects(engine.route(KORSVAGEN, { lat: 59.33, lng: 18.058 }), /OSRM/);
  },
});
