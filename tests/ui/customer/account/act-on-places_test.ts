import assert from "node:assert/strict";
import { ownPlacesOf } from "../../../../lib/accounts/own-place-store.ts";
import { actOnPlaces } from "../../../../lib/ui/customer/account/act-on-places.ts";
import { ownPlacesData } from "../../../../lib/ui/customer/account/own-places-data.ts";
import { aSignedIn } from "../../../support/own-places.ts";
import { testServices } from "../../../support/services.ts";

const HOME = { kind: "home", place: "Ullevi", placeAsked: "Ullevi", placeId: "landmark:ullevi" };

Deno.test("what a form asks for is done to its person's own places, and to nobody else's", async () => {
  await using test = await testServices();
  const { services } = test;
  const [maja, eva] = [await aSignedIn(services, "Maja"), await aSignedIn(services, "Eva")];
  const act = ({ person }: typeof maja, fields: Record<string, string>) =>
    actOnPlaces(services, person.id, new Map(Object.entries(fields)), "sv");
  assert.deepEqual(await act(maja, HOME), { kind: "done", done: "saved" });
  const named = { ...HOME, kind: "named", name: "Matchen" };
  assert.deepEqual(await act(maja, named), { kind: "done", done: "saved" });
  const [, match] = await ownPlacesOf(services, maja.person.id);
  const ownPlace = match?.id ?? "";
  for (const name of ["remove", "rename"]) {
    await assert.rejects(act(eva, { act: name, ownPlace, name: "Min" }), { code: "not-found" });
  }
  const refused = await act(maja, { act: "rename", ownPlace, name: "x".repeat(41) });
  assert(refused.kind === "refused" && refused.refusedName?.code === "ownPlaceNameTooLong");
  assert.deepEqual(await act(maja, { act: "remove", ownPlace }), { kind: "done", done: "removed" });
});

Deno.test("the page shows what is kept, what is gone from the map, and only what it knows was done", async () => {
  await using test = await testServices();
  const { services } = test;
  const maja = await aSignedIn(services, "Maja");
  const fields = new Map(Object.entries(HOME));
  await actOnPlaces(services, maja.person.id, fields, "sv");
  const data = await ownPlacesData(services, maja, { done: "<script>" });
  assert.deepEqual(data.places.map(({ kind, isFound }) => [kind, isFound]), [["home", true]]);
  assert.equal(data.done, null);
  assert.equal((await ownPlacesData(services, maja, { done: "saved" })).done, "saved");
});
