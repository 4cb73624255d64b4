import assert from "node:assert/strict";
import { createGeocoder } from "../../lib/places/geocoder/geocoder.ts";
import { askPhoton } from "../../lib/places/geocoder/photon-gateway.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { locateStops, typedEnds } from "../../lib/trip/locate-stops.ts";
import { parseTripForm } from "../../lib/trip/trip-form.ts";
import { tripFormValues } from "../../lib/trip/trip-input.ts";
import { recorded, replayServer } from "../support/geocoder-server.ts";

const places = loadPlaceIndex();
const values = tripFormValues(
  new Map([
    ["from", "Vasagatan 11, portkod 4711"],
    ["to", "Göteborg Landvetter flygplats"],
    ["toId", "airport:GOT"],
    ["date", "2026-11-24"],
    ["time", "06:40"],
  ]),
);

Deno.test("locateStops() moves an end with a house number to its door and leaves the other", async () => {
  await using server = replayServer(recorded("photon-vasagatan-11"));
  const geocoder = createGeocoder(askPhoton(server.options), true, assert.fail);
  const located = await locateStops({ places, geocoder }, typedEnds(values), "sv");
  assert.equal(located.to, undefined);
  const trip = parseTripForm(places, values, "sv", located);
  assert.ok(trip.ok);
  const { from, to } = trip.value;
  assert.deepEqual(
    [from.placeId, from.name, from.words],
    ["pin:57.69966,11.96722", "Vasagatan 11", "Vasagatan 11, portkod 4711"],
  );
  assert.equal(to.placeId, "airport:GOT");
});
