// A product with a geocoder, from the field to the price: the real app, and a server that replays answers.
import assert from "node:assert/strict";
import { createGeocoder } from "../../lib/places/geocoder/geocoder.ts";
import { askNominatim } from "../../lib/places/geocoder/nominatim-gateway.ts";
import { askPhoton } from "../../lib/places/geocoder/photon-gateway.ts";
import { jsonRequest, ORIGIN, testApp } from "../support/app.ts";
import { recorded, type Replay, replayServer } from "../support/geocoder-server.ts";
import { testServices } from "../support/services.ts";

const TRIP = {
  from: { words: "Vasagatan 11, portkod 4711" },
  to: { words: "Landvetter", placeId: "airport:GOT" },
  pickup: { wallTime: "2026-11-24T10:20" },
};

/** The app with a geocoder over `replay`. */
async function appWith(replay: Replay, gateway = askPhoton) {
  const server = replayServer(replay);
  const test = await testServices();
  const ask = gateway(server.options);
  const geocoder = createGeocoder(ask, gateway === askPhoton, () => {});
  const app = await testApp({ ...test.services, geocoder });
  const dispose = async () => {
    await server[Symbol.asyncDispose]();
    await test[Symbol.asyncDispose]();
  };
  return { app, asked: server.asked, [Symbol.asyncDispose]: dispose };
}

Deno.test("a suggestion with a house number is a door, and its trip starts there", async () => {
  await using product = await appWith(recorded("photon-vasagatan-11"));
  const response = await product.app(new Request(`${ORIGIN}/api/places?q=vasagatan+11`));
  const { places } = await response.json();
  assert.deepEqual([places[0].id, places[0].name], ["pin:57.69966,11.96722", "Vasagatan 11"]);
  assert.ok(places.some(({ id }: { id: string }) => id.startsWith("street:vasagatan")));
});

Deno.test("typed words with a house number are priced from the door", async () => {
  await using product = await appWith(recorded("photon-vasagatan-11"));
  const response = await product.app(jsonRequest("/api/quotes", TRIP));
  assert.equal(response.status, 201);
  const { trip } = await response.json();
  assert.deepEqual([trip.from.name, trip.from.point], [
    "Vasagatan 11",
    { lat: 57.69966, lng: 11.96722 },
  ]);
  assert.equal(trip.from.words, TRIP.from.words);
});

Deno.test("a preview asks a service that forbids it nothing, a price does", async () => {
  await using product = await appWith(recorded("nominatim-vasagatan-11"), askNominatim);
  const preview = await product.app(jsonRequest("/api/quotes", { ...TRIP, preview: true }));
  await preview.body?.cancel();
  assert.equal(product.asked.length, 0);
  const price = await product.app(jsonRequest("/api/quotes", TRIP));
  await price.body?.cancel();
  assert.equal(product.asked.length, 1);
});

Deno.test("while the geocoder is down everything works as without one", async () => {
  await using down = await appWith(() => new Response("", { status: 503 }));
  await using test = await testServices();
  const without = await testApp(test.services);
  for (const path of ["/api/places?q=vasagatan+11", "/api/places?q=landvetter"]) {
    const [one, other] = await Promise.all(
      [down.app, without].map(async (app) => await (await app(new Request(ORIGIN + path))).json()),
    );
    assert.deepEqual(one, other);
  }
  const response = await down.app(jsonRequest("/api/quotes", TRIP));
  const same = await without(jsonRequest("/api/quotes", TRIP));
  assert.equal(response.status, same.status);
  await Promise.all([response.body?.cancel(), same.body?.cancel()]);
});
