import assert from "node:assert/strict";
import { isInCity, loadCityNetwork } from "../../lib/routing/city-network.ts";
import { searchAll } from "../../lib/routing/shortest-path.ts";

const network = loadCityNetwork();
const { graph, waysOut, waysIn } = network;

Deno.test("isInCity() knows the centre and does not reach the airport or the sea", () => {
  assert.equal(isInCity(network, { lat: 57.7062, lng: 11.9668 }), true);
  assert.equal(isInCity(network, { lat: 57.6685, lng: 12.2942 }), false);
  assert.equal(isInCity(network, { lat: 57.68, lng: 11.7 }), false);
});

Deno.test("loadCityNetwork() can leave by every way out and come in by every way in", () => {
  const core = [{ node: graph.from[graph.canStop.indexOf(1)]!, cost: 0 }];
  const there = searchAll(graph, graph.forward, core).cost;
  const back = searchAll(graph, graph.backward, core).cost;
  assert.ok(waysOut.length > 5 && waysOut.every(({ node }) => isFinite(there[node]!)));
  assert.ok(waysIn.length > 5 && waysIn.every(({ node }) => isFinite(back[node]!)));
});

Deno.test("loadCityNetwork() has fast roads out to the north, the east and the south", () => {
  const fast = waysOut.filter((gate) => gate.isFast).map((
    { node },
  ) => [graph.nodeLat[node]! / 1e5, graph.nodeLng[node]! / 1e5]);
  assert.ok(fast.some(([lat]) => lat! > 57.74), "E6 and E45 north");
  assert.ok(fast.some(([, lng]) => lng! > 12.04), "Riksväg 40 and E20 east");
  assert.ok(fast.some(([lat]) => lat! < 57.655), "E6 south");
});

Deno.test("loadCityNetwork() takes no loose end inside the town for a way out", () => {
  // A ramp of the E6 that stops at the rim of the extract's small roads, two kilometres short of the motorway's end.
  const isRamp = ({ node }: { node: number }) =>
    Math.abs(graph.nodeLat[node]! - 5766515) < 5 && Math.abs(graph.nodeLng[node]! - 1201328) < 5;
  assert.equal(waysOut.some(isRamp), false);
});
