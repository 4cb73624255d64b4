import assert from "node:assert/strict";
import type { FoundAddress } from "../../../lib/places/geocoder/found-address.ts";
import { createGeocoder, type Geocoder } from "../../../lib/places/geocoder/geocoder.ts";
import {
  addressQuery,
  locatePlace,
  suggestAddresses,
} from "../../../lib/places/geocoder/locate-place.ts";
import { askNominatim } from "../../../lib/places/geocoder/nominatim-gateway.ts";
import { askPhoton } from "../../../lib/places/geocoder/photon-gateway.ts";
import { loadPlaceIndex } from "../../../lib/places/place-index.ts";
import { searchPlaces } from "../../../lib/places/place-search.ts";
import { recorded, type Replay, replayServer } from "../../support/geocoder-server.ts";

const places = loadPlaceIndex();
const NUMBER_11 = "pin:57.69966,11.96722";

/** A geocoder over a server that replays `replay`, and what it was sent. */
async function withServer<Result>(
  gateway: typeof askPhoton,
  replay: Replay,
  use: (geocoder: Geocoder, sent: () => string[]) => Promise<Result>,
): Promise<Result> {
  await using server = replayServer(replay);
  const ask = gateway(server.options);
  const sent = () => server.asked.map(({ url }) => url.searchParams.get("q") ?? url.pathname);
  return await use(createGeocoder(ask, gateway === askPhoton, assert.fail), sent);
}

/** A geocoder that found these. */
function knows(...found: FoundAddress[]): Geocoder & { sent: string[] } {
  const sent: string[] = [];
  const find = (words: string) => {
    sent.push(words);
    return Promise.resolve(found);
  };
  return { find, at: () => Promise.resolve(found[0]), maySuggest: true, sent };
}

function house(street: string, houseNumber: string, town: string, at: [number, number]) {
  const [lat, lng] = at;
  return {
    ...{ kind: "house" as const, name: "", street, houseNumber, postcode: "", town },
    areas: [town],
    point: { lat, lng },
  };
}

for (const [gateway, name] of [[askPhoton, "photon"], [askNominatim, "nominatim"]] as const) {
  Deno.test(`locatePlace() moves "Vasagatan 11" to its door by ${name}, though other towns have one`, async () => {
    for (const words of ["Vasagatan 11", "vasagatan 11, Göteborg", "Vasagatan 11, portkod 4711"]) {
      for (const placeId of ["", "street:vasagatan"]) {
        const replay = recorded(`${name}-vasagatan-11`);
        const located = await withServer(gateway, replay, async (geocoder, sent) => {
          const place = await locatePlace({ places, geocoder }, { words, placeId }, "sv");
          assert.deepEqual(sent().map((query) => query.includes("portkod")), [false]);
          return place;
        });
        assert.deepEqual([located?.id, located?.name, located?.area], [
          NUMBER_11,
          "Vasagatan 11",
          "Göteborg",
        ]);
      }
    }
  });
}

Deno.test("locatePlace() takes the door in the town that was written", async () => {
  const geocoder = knows(
    house("Storgatan", "5", "Göteborg", [57.7025, 11.9672]),
    house("Storgatan", "5", "Borås", [57.7213, 12.9401]),
  );
  const words = "Storgatan 5, Borås";
  const place = await locatePlace({ places, geocoder }, { words, placeId: "" }, "sv");
  assert.deepEqual([place?.name, place?.area], ["Storgatan 5", "Borås"]);
});

Deno.test("locatePlace() finds a street we do not know, all over Sweden", async () => {
  const replay = recorded("photon-stora-brogatan-5");
  const place = await withServer(
    askPhoton,
    replay,
    (geocoder) =>
      locatePlace({ places, geocoder }, { words: "Stora Brogatan 5, Borås", placeId: "" }, "sv"),
  );
  assert.deepEqual([place?.name, place?.area], ["Stora Brogatan 5", "Borås"]);
});

Deno.test("locatePlace() takes nothing that another number, name, town or postcode speaks against", async () => {
  const eleven = { ...house("Vasagatan", "11", "Göteborg", [57.6997, 11.9672]), postcode: "41124" };
  const geocoder = knows(eleven);
  for (
    const words of [
      "Vasagatan 12",
      "Vasagatan 11 B",
      "Vasagata 11",
      "Vasagatan 11, Borås",
      "Vasagatan 11, 111 20 Göteborg",
      "Södra Vasagatan 11",
    ]
  ) {
    const place = await locatePlace({ places, geocoder }, { words, placeId: "" }, "sv");
    assert.equal(place, undefined, words);
  }
});

Deno.test("locatePlace() is not certain of two doors, and takes two entries of one", async () => {
  const door = house("Vasagatan", "11", "Göteborg", [57.6997, 11.9672]);
  const near = { ...door, point: { lat: 57.69975, lng: 11.9673 } };
  const far = { ...door, point: { lat: 57.7097, lng: 11.9672 } };
  const typed = { words: "Vasagatan 11", placeId: "" };
  const locate = (...found: FoundAddress[]) =>
    locatePlace({ places, geocoder: knows(...found) }, typed, "sv");
  assert.equal((await locate(door, near))?.name, "Vasagatan 11");
  assert.equal(await locate(door, far), undefined);
});

Deno.test("locatePlace() knows number 11 by the shop at it", async () => {
  const shop = {
    ...house("Vasagatan", "11", "Göteborg", [57.6997, 11.9672]),
    ...{ kind: "landmark" as const, name: "Café Vasa" },
  };
  const typed = { words: "Vasagatan 11", placeId: "" };
  const place = await locatePlace({ places, geocoder: knows(shop) }, typed, "sv");
  assert.equal(place?.name, "Vasagatan 11");
});

Deno.test("locatePlace() asks nobody about what we know ourselves", async () => {
  const geocoder = knows();
  for (
    const [words, placeId] of [
      ["Landvetter flygplats", ""],
      ["Göteborg Landvetter flygplats", "airport:GOT"],
      ["Vasagatan", "street:vasagatan"],
      ["", ""],
      ["portkod 4711", "street:vasagatan"],
    ] as const
  ) {
    await locatePlace({ places, geocoder }, { words, placeId }, "sv");
  }
  assert.deepEqual(geocoder.sent, []);
});

Deno.test("locatePlace() calls a pin by the house it lies at, and leaves it alone elsewhere", async () => {
  const replay = recorded("photon-reverse");
  const pins = ["pin:57.69970,11.96720", "pin:57.69880,11.97100"];
  const names = await withServer(askPhoton, replay, async (geocoder) => {
    const located = [];
    for (const placeId of pins) {
      located.push(await locatePlace({ places, geocoder }, { words: "", placeId }, "sv"));
    }
    return located.map((place) => place && [place.id, place.kind, place.name]);
  });
  assert.deepEqual(names, [[pins[0], "pin", "Vasagatan 11"], undefined]);
});

Deno.test("addressQuery() sends street, number, postcode and town, and nothing that is for the driver", () => {
  const sent = (words: string) => addressQuery(places, words);
  assert.equal(sent("Vasagatan 11, portkod 4711"), "Vasagatan 11");
  assert.equal(
    sent("Vasagatan 11, 411 24 Göteborg, ring Maja 070-123 45 67"),
    "Vasagatan 11, 411 24 Göteborg",
  );
  assert.equal(sent("Stora Brogatan 5, Borås"), "Stora Brogatan 5, Borås");
  assert.equal(sent(""), "");
  assert.ok(sent("V\u202easagatan 11".padEnd(5_000, "x")).length <= 120);
});

Deno.test("suggestAddresses() offers the doors of a typed number before our own places", async () => {
  const replay = recorded("photon-vasagatan-11");
  const words = "vasagatan 11";
  const own = searchPlaces(places, words, { locale: "sv" });
  const offered = await withServer(
    askPhoton,
    replay,
    (geocoder) => suggestAddresses({ places, geocoder }, words, own),
  );
  assert.deepEqual(offered.map(({ name, area }) => `${name}, ${area}`), [
    "Vasagatan 11, Göteborg",
    "Vasagatan 11, Stockholm",
    "Vasagatan 11, Västerås",
  ]);
  assert.equal(offered[0]?.id, NUMBER_11);
});

Deno.test("suggestAddresses() asks no service that forbids it, and none about what we know", async () => {
  const own = searchPlaces(places, "vasagatan", { locale: "sv" });
  const geocoder = knows();
  await suggestAddresses(
    { places, geocoder: { ...geocoder, maySuggest: false } },
    "Vasagatan 11",
    [],
  );
  await suggestAddresses({ places, geocoder }, "vasagatan", own);
  assert.deepEqual(geocoder.sent, []);
  await suggestAddresses({ places, geocoder }, "Drottningholms slott", []);
  assert.deepEqual(geocoder.sent, ["Drottningholms slott"]);
});
