import assert from "node:assert/strict";
import { askPhoton } from "../../../lib/places/geocoder/photon-gateway.ts";
import { recorded, replayServer } from "../../support/geocoder-server.ts";

Deno.test("askPhoton() asks for the words within Sweden, near home first, and reads every kind", async () => {
  await using server = replayServer(recorded("photon-vasagatan-11"));
  const found = await askPhoton(server.options)({ words: "Vasagatan 11" });
  const { pathname, searchParams } = server.asked[0]!.url;
  assert.equal(pathname, "/api");
  assert.deepEqual(Object.fromEntries(searchParams), {
    q: "Vasagatan 11",
    limit: "8",
    bbox: "10.5,55.0,24.5,69.3",
    lat: "57.7",
    lon: "11.97",
  });
  assert.deepEqual(found?.[0], {
    kind: "house",
    name: "",
    street: "Vasagatan",
    houseNumber: "11",
    postcode: "41124",
    town: "Göteborg",
    areas: ["Vasastaden", "Göteborg", "Göteborgs kommun"],
    point: { lat: 57.69966, lng: 11.96722 },
  });
  assert.deepEqual(
    found?.map(({ kind, name, houseNumber, town }) => [kind, name, houseNumber, town]),
    [
      ["house", "", "11", "Göteborg"],
      ["landmark", "Café Vasa", "11", "Göteborg"],
      ["house", "", "11", "Stockholm"],
      ["house", "", "11", "Västerås"],
      ["street", "Vasagatan", "", "Göteborg"],
    ],
  );
});

Deno.test("askPhoton() asks what is at a point, a short way round it", async () => {
  await using server = replayServer(recorded("photon-reverse"));
  const found = await askPhoton(server.options)({ point: { lat: 57.6997, lng: 11.9672 } });
  const { pathname, searchParams } = server.asked[0]!.url;
  assert.equal(pathname, "/reverse");
  assert.deepEqual(Object.fromEntries(searchParams), {
    lat: "57.699700",
    lon: "11.967200",
    radius: "0.15",
    limit: "8",
  });
  assert.equal(found?.length, 2);
});

Deno.test("askPhoton() leaves out a piece it cannot read and keeps the others", async () => {
  const answer = JSON.parse(Deno.readTextFileSync("tests/fixtures/geocoder/photon-reverse.json"));
  const [house] = answer.features;
  const bad = [
    null,
    {},
    { ...house, geometry: { coordinates: ["a", "b"] } },
    { ...house, geometry: { coordinates: [11.97, 97] } },
    { ...house, properties: { ...house.properties, street: 7, housenumber: { a: 1 } } },
    { ...house, properties: { ...house.properties, street: "\u202e\u200b", housenumber: "" } },
    { ...house, properties: { ...house.properties, street: "V".repeat(101) } },
  ];
  const features = [...bad, { ...house, properties: { ...house.properties, housenumber: 11 } }];
  await using server = replayServer(() => Response.json({ features }));
  const found = await askPhoton(server.options)({ words: "Vasagatan 11" });
  assert.deepEqual(found?.map(({ street, houseNumber }) => [street, houseNumber]), [
    ["7", ""],
    ["Vasagatan", "11"],
  ]);
});

Deno.test("askPhoton() cleans what it shows: no direction marks, no controls, no spaces around", async () => {
  const answer = JSON.parse(Deno.readTextFileSync("tests/fixtures/geocoder/photon-reverse.json"));
  answer.features[0].properties.street = " Vasa\u202egatan\n\u0000 ";
  await using server = replayServer(() => Response.json(answer));
  const [house] = await askPhoton(server.options)({ words: "Vasagatan 11" }) ?? [];
  assert.equal(house?.street, "Vasagatan");
});

Deno.test("askPhoton() reads at most eight addresses of a long answer", async () => {
  const answer = JSON.parse(Deno.readTextFileSync("tests/fixtures/geocoder/photon-reverse.json"));
  const features = Array.from({ length: 60 }, () => answer.features[0]);
  await using server = replayServer(() => Response.json({ features }));
  assert.equal((await askPhoton(server.options)({ words: "Vasagatan" }))?.length, 8);
});
