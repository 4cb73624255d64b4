import assert from "node:assert/strict";
import { GatewayError } from "../../../lib/errors/gateway-error.ts";
import { createGeocoder, NO_GEOCODER } from "../../../lib/places/geocoder/geocoder.ts";

const POINT = { lat: 57.7, lng: 11.97 };

Deno.test("createGeocoder() knows nothing while its service fails, and reports it", async () => {
  const failure = new GatewayError("geocoder", "Geocoder down", true);
  const reported: unknown[] = [];
  const geocoder = createGeocoder(
    () => Promise.reject(failure),
    true,
    (error) => reported.push(error),
  );
  assert.deepEqual(await geocoder.find("Vasagatan 11"), []);
  assert.equal(await geocoder.at(POINT), undefined);
  assert.deepEqual(reported, [failure, failure]);
});

Deno.test("createGeocoder() knows nothing while its service is left alone, and reports nothing", async () => {
  const geocoder = createGeocoder(() => Promise.resolve(undefined), true, assert.fail);
  assert.deepEqual(await geocoder.find("Vasagatan 11"), []);
  assert.equal(await geocoder.at(POINT), undefined);
});

Deno.test("createGeocoder() hides no fault of ours", async () => {
  const fault = new TypeError("ours");
  const geocoder = createGeocoder(() => Promise.reject(fault), true, assert.fail);
  await assert.rejects(geocoder.find("Vasagatan 11"), fault);
});

Deno.test("NO_GEOCODER knows nothing and may not be asked for suggestions", async () => {
  assert.deepEqual(await NO_GEOCODER.find("Vasagatan 11"), []);
  assert.equal(await NO_GEOCODER.at(POINT), undefined);
  assert.equal(NO_GEOCODER.maySuggest, false);
});
