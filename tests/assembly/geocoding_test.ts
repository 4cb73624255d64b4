import assert from "node:assert/strict";
import { makeGeocoder } from "../../lib/assembly/geocoding.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { FAILURES_IN_A_ROW } from "../../lib/resilience/volume-breaker.ts";
import { NO_GEOCODER } from "../../lib/places/geocoder/geocoder.ts";
import { keptLog } from "../support/kept-log.ts";
import { testServices } from "../support/services.ts";
import { recorded, replayServer } from "../support/geocoder-server.ts";

const origin = "https://avanti.example";

Deno.test("makeGeocoder() makes none without an address", () => {
  const config = { geocoderUrl: undefined, geocoderKind: "photon" as const, origin };
  assert.equal(makeGeocoder(config, keptLog().log), NO_GEOCODER);
});

for (const geocoderKind of ["photon", "nominatim"] as const) {
  Deno.test(`makeGeocoder() asks a ${geocoderKind} server by our name`, async () => {
    await using server = replayServer(recorded(`${geocoderKind}-vasagatan-11`));
    const config = { geocoderUrl: server.options.baseUrl, geocoderKind, origin };
    const geocoder = makeGeocoder(config, keptLog().log);
    const [first] = await geocoder.find("Vasagatan 11");
    assert.equal(first?.houseNumber, "11");
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
    const clock = { ms: 0 };
    const wait = (ms: number) => Promise.resolve(void (clock.ms += ms));
    const timing = { now: () => clock.ms, wait };
    using dependencies = new Dependencies({ log, ...timing });
    const geocoder = makeGeocoder(config, log, dependencies, timing);
    for (let i = 1; i <= 6; i++) assert.deepEqual(await geocoder.find(`Vasagatan ${i}`), []);
    assert.equal(server.asked.length, FAILURES_IN_A_ROW);
    const failures = records.filter(({ event }) => event === "geocoder failed");
    assert.ok(failures.length > 0 && failures.every(({ retriable }) => retriable));
    assert.equal(records.at(-1)?.code ?? records.at(-2)?.code, "geocoder");
    assert.ok(!/vasagatan/i.test(JSON.stringify(records)));
  });
}

Deno.test("the product asks a geocoder once for one address, whoever asks", async () => {
  await using server = replayServer(recorded("photon-vasagatan-11"));
  const { baseUrl: geocoderUrl } = server.options;
  const geocoder = makeGeocoder({ geocoderUrl, geocoderKind: "photon", origin }, keptLog().log);
  await using test = await testServices({ parts: { geocoder } });
  const [first, second] = [
    await test.services.geocoder.find("Vasagatan 11"),
    await test.services.geocoder.find("vasagatan 11"),
  ];
  assert.deepEqual([second, first[0]?.houseNumber], [first, "11"]);
  assert.equal(server.asked.length, 1);
});
