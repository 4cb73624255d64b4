import assert from "node:assert/strict";
import { askNominatim } from "../../../lib/places/geocoder/nominatim-gateway.ts";
import { recorded, replayServer } from "../../support/geocoder-server.ts";

Deno.test("askNominatim() asks for Swedish addresses in parts and reads every kind", async () => {
  await using server = replayServer(recorded("nominatim-vasagatan-11"));
  const found = await askNominatim(server.options)({ words: "Vasagatan 11, Göteborg" });
  const { pathname, searchParams } = server.asked[0]!.url;
  assert.equal(pathname, "/search");
  assert.deepEqual(Object.fromEntries(searchParams), {
    format: "jsonv2",
    addressdetails: "1",
    "accept-language": "sv",
    q: "Vasagatan 11, Göteborg",
    countrycodes: "se",
    limit: "8",
  });
  assert.deepEqual(found?.[0], {
    kind: "house",
    name: "",
    street: "Vasagatan",
    houseNumber: "11",
    postcode: "41124",
    town: "Göteborg",
    areas: ["Vasastaden", "Centrum", "Göteborgs Stad", "Göteborg"],
    point: { lat: 57.69966, lng: 11.96722 },
  });
  assert.deepEqual(found?.map(({ kind, name, town }) => [kind, name, town]), [
    ["house", "", "Göteborg"],
    ["house", "", "Stockholm"],
    ["landmark", "Café Vasa", "Göteborg"],
  ]);
});

Deno.test("askNominatim() asks for the building at a point", async () => {
  await using server = replayServer(recorded("nominatim-reverse"));
  const found = await askNominatim(server.options)({ point: { lat: 57.6997, lng: 11.9672 } });
  const { pathname, searchParams } = server.asked[0]!.url;
  assert.equal(pathname, "/reverse");
  assert.deepEqual(
    [searchParams.get("lat"), searchParams.get("lon"), searchParams.get("zoom")],
    ["57.699700", "11.967200", "18"],
  );
  assert.deepEqual(found?.map(({ street, houseNumber }) => `${street} ${houseNumber}`), [
    "Vasagatan 11",
  ]);
});

Deno.test("askNominatim() finds nothing at sea, where the server cannot say", async () => {
  await using server = replayServer(() => Response.json({ error: "Unable to geocode" }));
  const found = await askNominatim(server.options)({ point: { lat: 57.6, lng: 11.3 } });
  assert.deepEqual(found, []);
});

Deno.test("askNominatim() takes the name from the full address of a server that sends none", async () => {
  const [, , cafe] = JSON.parse(
    Deno.readTextFileSync("tests/fixtures/geocoder/nominatim-vasagatan-11.json"),
  );
  const { name: _name, ...older } = cafe;
  await using server = replayServer(() => Response.json([older, null, { lat: "x" }]));
  const found = await askNominatim(server.options)({ words: "Café Vasa" });
  assert.deepEqual(found?.map(({ kind, name }) => [kind, name]), [["landmark", "Café Vasa"]]);
});
