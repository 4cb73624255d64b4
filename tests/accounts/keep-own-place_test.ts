// The places people keep: bounded, sealed, and none lost when two tabs keep at once.
import assert from "node:assert/strict";
import { keepOwnPlace, removeOwnPlace, renameOwnPlace } from "../../lib/accounts/keep-own-place.ts";
import { accountKeys } from "../../lib/accounts/keys.ts";
import { MAX_OWN_PLACES, type OwnPlace } from "../../lib/accounts/own-place.ts";
import { readOwnPlaceName } from "../../lib/accounts/own-place-rules.ts";
import { ownPlacesOf } from "../../lib/accounts/own-place-store.ts";
import { testServices } from "../support/services.ts";

const MAJA = "01KAQ0000000000000000000M1";
const EVA = "01KAQ0000000000000000000E1";

function named(name: string, words = "Kyrkogatan 12"): Omit<OwnPlace, "id"> {
  return { kind: "named", name, placeId: "street:kyrkogatan", words };
}

function home(words: string): Omit<OwnPlace, "id"> {
  return { ...named(""), kind: "home", words };
}

Deno.test("home stands first, then work, then the others as they came, and each person has their own", async () => {
  await using test = await testServices();
  const { services } = test;
  for (const name of ["Mormor", "Gymmet"]) await keepOwnPlace(services, MAJA, named(name));
  await keepOwnPlace(services, MAJA, { ...named("", "Lindholmen"), kind: "work" });
  await keepOwnPlace(services, MAJA, home("Storgatan 5"));
  const kept = await ownPlacesOf(services, MAJA);
  assert.deepEqual(kept.map(({ kind, name }) => name || kind), [
    "home",
    "work",
    "Mormor",
    "Gymmet",
  ]);
  assert.deepEqual(await ownPlacesOf(services, EVA), []);
});

Deno.test("a new home takes the place of the one before, also when there is room for no more", async () => {
  await using test = await testServices();
  const { services } = test;
  await keepOwnPlace(services, MAJA, home("Storgatan 5"));
  for (let at = 1; at < MAX_OWN_PLACES; at++) await keepOwnPlace(services, MAJA, named(`${at}`));
  assert.deepEqual(await keepOwnPlace(services, MAJA, named("en till")), {
    ...{ ok: false, code: "ownPlacesFull" },
  });
  assert((await keepOwnPlace(services, MAJA, home("Nygatan 7"))).ok);
  const kept = await ownPlacesOf(services, MAJA);
  assert.equal(kept.length, MAX_OWN_PLACES);
  assert.deepEqual(kept.filter(({ kind }) => kind === "home").map(({ words }) => words), [
    "Nygatan 7",
  ]);
});

Deno.test("two tabs that keep at once both keep, and of many no more than there is room for", async () => {
  await using test = await testServices();
  const { services } = test;
  const both = ["Mormor", "Gymmet"].map((name) => keepOwnPlace(services, MAJA, named(name)));
  assert.deepEqual((await Promise.all(both)).map(({ ok }) => ok), [true, true]);
  assert.equal((await ownPlacesOf(services, MAJA)).length, 2);
  for (let at = 3; at < MAX_OWN_PLACES; at++) await keepOwnPlace(services, MAJA, named(`${at}`));
  const last = ["a", "b", "c"].map((name) => keepOwnPlace(services, MAJA, named(name)));
  assert.equal((await Promise.all(last)).filter(({ ok }) => ok).length, 1);
  assert.equal((await ownPlacesOf(services, MAJA)).length, MAX_OWN_PLACES);
});

Deno.test("a form that is sent twice keeps one place", async () => {
  await using test = await testServices();
  const { services } = test;
  for (let time = 0; time < 2; time++) {
    assert((await keepOwnPlace(services, MAJA, named("Mormor"))).ok);
  }
  assert.equal((await ownPlacesOf(services, MAJA)).length, 1);
});

Deno.test("a place is named anew and let go by its own person alone, and home has no other name", async () => {
  await using test = await testServices();
  const { services } = test;
  await keepOwnPlace(services, MAJA, home("Storgatan 5"));
  await keepOwnPlace(services, MAJA, named("Mormor"));
  const [own, granny] = await ownPlacesOf(services, MAJA);
  assert(own && granny);
  assert.equal(await renameOwnPlace(services, EVA, { id: granny.id, name: "Min" }), false);
  assert.equal(await removeOwnPlace(services, EVA, granny.id), false);
  assert.equal(await renameOwnPlace(services, MAJA, { id: own.id, name: "Stugan" }), false);
  assert.equal(await renameOwnPlace(services, MAJA, { id: granny.id, name: "Farmor" }), true);
  assert.deepEqual((await ownPlacesOf(services, MAJA)).map(({ name }) => name), ["", "Farmor"]);
  for (const { id } of [own, granny]) assert.equal(await removeOwnPlace(services, MAJA, id), true);
  assert.deepEqual(await ownPlacesOf(services, MAJA), []);
  const { value } = await services.db.read.get(accountKeys.ownPlaces(MAJA));
  assert.equal(value, null, "nothing is left of it");
});

Deno.test("where somebody lives is not to be read in the database, nor opened as another's", async () => {
  await using test = await testServices();
  const { services } = test;
  await keepOwnPlace(services, MAJA, home("Hemliga gatan 5"));
  const { value } = await services.db.read.get(accountKeys.ownPlaces(MAJA));
  assert.doesNotMatch(JSON.stringify(value), /Hemliga|street:/);
  await services.db.write.set(accountKeys.ownPlaces(EVA), value);
  assert.deepEqual(await ownPlacesOf(services, EVA), []);
  await assert.rejects(keepOwnPlace(services, EVA, home("Nygatan 7")), { name: "OperationError" });
  const kept = await services.db.read.get(accountKeys.ownPlaces(EVA));
  assert.deepEqual(kept.value, value, "it waits for the key it was sealed with");
});

Deno.test("a name is a line of at most forty characters that somebody can read", () => {
  assert.deepEqual(readOwnPlaceName("  Mormor  hemma "), { ok: true, value: "Mormor hemma" });
  assert.deepEqual(readOwnPlaceName(" … "), { ok: false, code: "ownPlaceNameMissing" });
  assert(readOwnPlaceName("x".repeat(40)).ok);
  assert.deepEqual(readOwnPlaceName("x".repeat(41)), { ok: false, code: "ownPlaceNameTooLong" });
});
