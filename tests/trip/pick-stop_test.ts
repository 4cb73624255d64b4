import assert from "node:assert/strict";
import { createGeocoder, NO_GEOCODER } from "../../lib/places/geocoder/geocoder.ts";
import { askPhoton } from "../../lib/places/geocoder/photon-gateway.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { createRoadFinder } from "../../lib/routing/road-finder.ts";
import { pickStop } from "../../lib/trip/pick-stop.ts";
import { recorded, replayServer } from "../support/geocoder-server.ts";

const deps = {
  places: loadPlaceIndex(),
  roads: createRoadFinder(loadCityNetwork()),
  geocoder: NO_GEOCODER,
};

Deno.test("pickStop() names the pin, and the street beside it where a car may stop, in the asked language", async () => {
  const point = { lat: 57.6999, lng: 11.9757 };
  const picked = await pickStop(deps, point, "en");
  assert.ok(picked.ok);
  assert.deepEqual([picked.pin.id, picked.pin.name], [
    "pin:57.69990,11.97570",
    "near Kungsportsavenyen",
  ]);
  assert.equal(picked.stop?.street, "Kristinelundsgatan");
  assert.ok(picked.stop.meters <= 60);
});

Deno.test("pickStop() says where a car stops for a pin far from its road", async () => {
  const picked = await pickStop(deps, { lat: 57.682, lng: 11.943 }, "sv");
  assert.ok(picked.ok && picked.stop !== null && picked.stop.meters > 50);
});

Deno.test("pickStop() takes a pin where we know no roads, without a stop", async () => {
  const picked = await pickStop(deps, { lat: 59.33, lng: 18.06 }, "sv");
  assert.ok(picked.ok);
  assert.equal(picked.stop, null);
  assert.equal(picked.near?.name, "Stockholm Centralstation");
  assert.ok(picked.near.meters < 2_000);
  assert.deepEqual(picked.around, []);
});

Deno.test("pickStop() refuses a pin abroad, at sea, in the woods and on an island without cars", async () => {
  const refused = async (lat: number, lng: number) => {
    const picked = await pickStop(deps, { lat, lng }, "sv");
    return picked.ok ? "taken" : picked.reason;
  };
  assert.equal(await refused(59.91, 10.75), "abroad");
  assert.equal(await refused(NaN, 11.9), "abroad");
  assert.equal(await refused(57.2, 11.9), "water");
  assert.equal(await refused(57.6921, 12.0235), "no-road");
  assert.equal(await refused(57.6, 11.79), "no-road");
});

Deno.test("pickStop() calls a pin by the house of a geocoder", async () => {
  await using server = replayServer(recorded("photon-reverse"));
  const geocoder = createGeocoder(askPhoton(server.options), true, assert.fail);
  const picked = await pickStop({ ...deps, geocoder }, { lat: 57.6997, lng: 11.9672 }, "sv");
  assert.equal(picked.ok && picked.pin.name, "Vasagatan 11");
});

Deno.test("pickStop() names what a map of the asked reach shows, in the asked language", async () => {
  const picked = await pickStop(deps, { lat: 57.7, lng: 11.97 }, "en", 3_000);
  assert.ok(picked.ok);
  const names = picked.around.map(({ name }) => name);
  assert.ok(names.includes("Gothenburg Central Station"), names.join());
  assert.ok(names.includes("Haga"), names.join());
});
