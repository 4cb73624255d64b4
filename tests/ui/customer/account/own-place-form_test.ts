import assert from "node:assert/strict";
import { MAX_STOP_WORDS } from "../../../../lib/places/place.ts";
import {
  checkOwnPlace,
  typedOwnPlace,
} from "../../../../lib/ui/customer/account/own-place-form.ts";
import { testServices } from "../../../support/services.ts";

const ULLEVI = { place: "Ullevi", placeAsked: "Ullevi", placeId: "landmark:ullevi" };

Deno.test("an id counts only while the words it was chosen for stand in the field", () => {
  const typed = (fields: Record<string, string>) =>
    typedOwnPlace(new Map(Object.entries(fields))).placeId;
  assert.equal(typed(ULLEVI), "landmark:ullevi");
  assert.equal(typed({ ...ULLEVI, place: "Avenyn 3" }), "");
  assert.equal(
    typed({ ...ULLEVI, placeId: "", placeChoice: "landmark:liseberg" }),
    "landmark:liseberg",
  );
});

Deno.test("everything that is missing is said at once, the place first", async () => {
  await using test = await testServices();
  const problems = async (fields: Record<string, string>) => {
    const form = typedOwnPlace(new Map(Object.entries(fields)));
    const read = await checkOwnPlace(test.services, form, "sv");
    return read.ok ? [] : read.errors.map(({ field, code }) => `${field} ${code}`);
  };
  assert.deepEqual(await problems({}), ["place ownPlaceMissing", "kind ownPlaceKindMissing"]);
  assert.deepEqual(await problems({ ...ULLEVI, kind: "castle" }), ["kind ownPlaceKindMissing"]);
  assert.deepEqual(await problems({ ...ULLEVI, kind: "named" }), ["name ownPlaceNameMissing"]);
  assert.deepEqual(await problems({ kind: "home", place: "x".repeat(MAX_STOP_WORDS + 1) }), [
    "place placeTooLong",
  ]);
  assert.deepEqual(await problems({ kind: "home", place: "Göteborg" }), ["place placeArea"]);
  assert.deepEqual(await problems({ kind: "home", place: "Oslo" }), ["place placeAbroad"]);
});

Deno.test("home and work are kept without a name, whatever stood in its field", async () => {
  await using test = await testServices();
  const form = typedOwnPlace(
    new Map(Object.entries({ ...ULLEVI, kind: "work", name: "Kontoret" })),
  );
  assert.deepEqual(await checkOwnPlace(test.services, form, "sv"), {
    ok: true,
    value: { kind: "work", name: "", placeId: "landmark:ullevi", words: "Ullevi" },
  });
});

Deno.test("a pin is kept with the words beside it", async () => {
  await using test = await testServices();
  const placeId = "pin:57.70887,11.97456";
  const words = "Vid grinden";
  const fields = { kind: "home", place: words, placeAsked: words, placeId };
  const form = typedOwnPlace(new Map(Object.entries(fields)));
  const read = await checkOwnPlace(test.services, form, "sv");
  assert(read.ok);
  assert.deepEqual([read.value.placeId, read.value.words], [placeId, words]);
});
