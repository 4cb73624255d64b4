import assert from "node:assert/strict";
import { makeGeocoder } from "../../lib/assembly/geocoding.ts";
import { NO_GEOCODER } from "../../lib/places/geocoder/geocoder.ts";
import { keptLog } from "../support/kept-log.ts";
import { recorded, replayServer } from "../support/geocoder-server.ts";

const origin = "https://avanti.example";

Deno.test("makeGeocoder() makes none without an address", () => {
  const config = { geocoderUrl: undefined, geocoderKind: "photon" as const, origin };
  assert.equal(makeGeocoder(config, keptLog().log), NO_GEOCODER);
});

for (const geocoderKind of ["photon", "nominatim"] as const) {
  Deno.test(`makeGeocoder() asks a ${geocoderKind} server once for one address, by our name`, async () => {
    await using server = replayServer(recorded(`${geocoderKind}-vasagatan-11`));
    const config = { geocoderUrl: server.options.baseUrl, geocoderKind, origin };
    const geocoder = makeGeocoder(config, keptLog().log);
    const [first, second] = [
      await geocoder.find("Vasagatan 11"),
      await geocoder.find("vasagatan 11"),
    ];
    assert.equal(first[0]?.houseNumber, "11");
    assert.equal(second, first);
    assert.equal(server.asked.length, 1);
    assert.equal(
      server.asked[0]?.headers.get("user-agent"),
      "Avanti (+https://avanti.example)",
    );
    assert.equal(geocoder.maySuggest, geocoderKind === "photon");
  });

  Deno.test(`makeGeocoder() leaves a ${geocoderKind} server that failed alone, and logs no address`, async () => {
    await using server = replayServer(() => new Response("", { status: 503 }));
    const config = { geocoderUrl: server.options.baseUrl, geocoderKind, origin };
    const { log, records } = keptLog();
    const geocoder = makeGeocoder(config, log);
    assert.deepEqual(await geocoder.find("Vasagatan 11"), []);
    assert.deepEqual(await geocoder.find("Vasagatan 12"), []);
    assert.equal(server.asked.length, 1);
    assert.deepEqual(records.map(({ event, retriable }) => [event, retriable]), [
      ["geocoder failed", true],
    ]);
    assert.ok(!/vasagatan/i.test(JSON.stringify(records)));
  });
}
