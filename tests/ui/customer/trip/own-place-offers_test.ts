import assert from "node:assert/strict";
import { keepOwnPlace } from "../../../../lib/accounts/keep-own-place.ts";
import { ownPlaceOffers } from "../../../../lib/ui/customer/trip/own-place-offers.ts";
import { aSignedIn } from "../../../support/own-places.ts";
import { testServices } from "../../../support/services.ts";

const ULLEVI = { placeId: "landmark:ullevi", words: "Skånegatan 1" };

Deno.test("home and work are called in the language of the page, others as their person calls them", async () => {
  await using test = await testServices();
  const { services } = test;
  const maja = await aSignedIn(services, "Maja");
  const places = [["named", "Mormor"], ["work", ""], ["home", ""]] as const;
  for (const [kind, name] of places) {
    await keepOwnPlace(services, maja.person.id, { kind, name, ...ULLEVI });
  }
  const names = async (locale: "sv" | "en") =>
    (await ownPlaceOffers(services, maja, locale)).map(({ own }) => own?.name);
  assert.deepEqual(await names("sv"), ["Hem", "Jobb", "Mormor"]);
  assert.deepEqual(await names("en"), ["Home", "Work", "Mormor"]);
  const [home] = await ownPlaceOffers(services, maja, "sv");
  assert.deepEqual([home?.id, home?.words], [ULLEVI.placeId, ULLEVI.words]);
});

Deno.test("a guest is offered none, nor anybody a place that is gone from the map", async () => {
  await using test = await testServices();
  const { services } = test;
  const maja = await aSignedIn(services, "Maja");
  const gone = { placeId: "landmark:gone", words: "Rivna huset" };
  await keepOwnPlace(services, maja.person.id, { kind: "home", name: "", ...gone });
  assert.deepEqual(await ownPlaceOffers(services, maja, "sv"), []);
  assert.deepEqual(await ownPlaceOffers(services, null, "sv"), []);
});
