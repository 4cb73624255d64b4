import assert from "node:assert/strict";
import { textsFor } from "../../../../lib/i18n/texts.ts";
import { pinId } from "../../../../lib/places/place.ts";
import type { CarStop, PickedStop } from "../../../../lib/trip/pick-stop.ts";
import { pointOfPin, stopWords } from "../../../../lib/ui/customer/map/stop-words.ts";

const POINT = { lat: 57.7, lng: 11.97 };

function picked(stop: Partial<CarStop> | null): PickedStop {
  const pin = {
    id: pinId(POINT),
    kind: "pin" as const,
    name: "nära Vasagatan",
    area: "",
    point: POINT,
  };
  return {
    ok: true,
    pin,
    stop: stop && { point: POINT, meters: 0, street: "Vasagatan", ...stop },
    near: { name: "Kinna", meters: 1_240 },
    around: [],
  };
}

Deno.test("stopWords() says on which street the car stops, and how far off when it is not at the pin", () => {
  const { map } = textsFor("sv").trip;
  assert.equal(stopWords(map, picked({ meters: 14 }), "sv"), "Bilen stannar på Vasagatan.");
  assert.equal(
    stopWords(map, picked({ meters: 87 }), "sv"),
    "Bilen stannar på Vasagatan, 90 m från nålen.",
  );
  assert.equal(stopWords(map, picked({ street: "" }), "sv"), "Bilen stannar vid nålen.");
  assert.equal(
    stopWords(map, picked({ street: "", meters: 42 }), "sv"),
    "Bilen stannar på vägen, 40 m från nålen.",
  );
  assert.equal(
    stopWords(map, picked(null), "sv"),
    "Nålen står 1,2 km från Kinna. Vägarna här finns inte på vår karta. " +
      "Föraren får punkten och dina ord.",
  );
});

Deno.test("stopWords() names no place where none is near", () => {
  const { map } = textsFor("en").trip;
  const nowhere = { ...picked(null), near: null };
  assert.equal(stopWords(map, nowhere, "en"), map.stopUnknown);
});

Deno.test("stopWords() says why no car can stop, in each language", () => {
  const refused = (locale: "sv" | "en") =>
    (["abroad", "water", "no-road"] as const).map((reason) =>
      stopWords(textsFor(locale).trip.map, { ok: false, reason }, locale)
    );
  for (const texts of [refused("sv"), refused("en")]) assert.equal(new Set(texts).size, 3);
  assert.equal(refused("sv")[1], "Nålen står i havet. Flytta den till en väg.");
});

Deno.test("pointOfPin() reads the id of a pin and of nothing else", () => {
  assert.deepEqual(pointOfPin(pinId(POINT)), POINT);
  for (const id of ["", "street:vasagatan", "pin:57.7", "pin:a,b"]) {
    assert.equal(pointOfPin(id), null);
  }
});
