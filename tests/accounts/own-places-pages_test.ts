// Somebody's own places over the real app: kept with and without a question, offered first, and nobody else's to touch.
import assert from "node:assert/strict";
import { keepOwnPlace } from "../../lib/accounts/keep-own-place.ts";
import { MAX_OWN_PLACES } from "../../lib/accounts/own-place.ts";
import { ownPlacesOf } from "../../lib/accounts/own-place-store.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { PASSWORD, withPassword } from "../support/accounts.ts";
import { type TestProduct, testProduct } from "../support/operator.ts";
import { tokenIn, Visitor } from "../support/visitor.ts";

const { ownPlaces: texts, fieldErrors, trip } = textsFor("sv");
const ULLEVI = "landmark:ullevi";

async function signedIn(product: TestProduct, name: string) {
  const person = await withPassword(product.services, name, "customer");
  const visitor = new Visitor(product);
  await visitor.post(paths.signIn(), { email: person.email, password: PASSWORD });
  const formToken = tokenIn((await visitor.get(paths.ownPlaces())).html);
  assert(formToken);
  const send = (fields: Record<string, string>) =>
    visitor.post(paths.ownPlaces(), { formToken, ...fields });
  const own = () => ownPlacesOf(product.services, person.id);
  return { person, visitor, send, own };
}

Deno.test("a place is kept, named anew and removed, each told in words, and nothing without the session's token", async () => {
  await using product = await testProduct();
  const { visitor, send, own } = await signedIn(product, "Maja");
  const { html, headers } = await visitor.get(paths.ownPlaces());
  assert(html.includes(texts.none));
  assert.equal(headers.get("cache-control"), "no-store");
  const place = { place: "Ullevi", placeAsked: "Ullevi", placeId: ULLEVI };
  const bare = await visitor.post(paths.ownPlaces(), { ...place, kind: "home" });
  assert.equal(bare.status, 403);
  const saved = await send({ ...place, kind: "named", name: "Matchen" });
  assert.deepEqual([saved.status, saved.location], [303, paths.ownPlaces({ done: "saved" })]);
  const shown = await visitor.get(saved.location ?? "");
  assert(shown.html.includes(texts.saved) && shown.html.includes("Matchen"));
  const [kept] = await own();
  assert.equal(kept?.placeId, ULLEVI);
  const ownPlace = kept?.id ?? "";
  const unnamed = await send({ act: "rename", ownPlace, name: " " });
  assert.equal(unnamed.status, 422);
  assert(unnamed.html.includes(fieldErrors.ownPlaceNameMissing));
  const renamed = await send({ act: "rename", ownPlace, name: "Arenan" });
  assert.equal(renamed.location, paths.ownPlaces({ done: "renamed" }));
  assert((await visitor.get(renamed.location ?? "")).html.includes("Arenan"));
  const removed = await send({ act: "remove", ownPlace });
  assert.equal(removed.location, paths.ownPlaces({ done: "removed" }));
  assert.deepEqual(await own(), []);
});

Deno.test("words that fit several places are asked about, and the answer is kept with them", async () => {
  await using product = await testProduct();
  const { send, own } = await signedIn(product, "Maja");
  const typed = { kind: "home", place: "Göteborg", placeAsked: "", placeId: "" };
  const asked = await send(typed);
  assert.equal(asked.status, 422);
  assert(asked.html.includes("Vilken plats menar du"));
  const placeChoice =
    /name="placeChoice"[^>]*value="((?:landmark|station):[^"]+)"/.exec(asked.html)?.[1] ?? "";
  assert.notEqual(placeChoice, "");
  assert.match(asked.html, /value="home"[^>]*checked|checked[^>]*value="home"/);
  const answered = await send({ ...typed, placeAsked: "Göteborg", placeChoice });
  assert.equal(answered.status, 303, /error-summary.*?<\/ul>/.exec(answered.html)?.[0]);
  const [kept] = await own();
  assert.deepEqual([kept?.kind, kept?.placeId, kept?.words], ["home", placeChoice, "Göteborg"]);
});

Deno.test("what is missing is said at its field, and the one too many in words", async () => {
  await using product = await testProduct();
  const { person, send, own } = await signedIn(product, "Maja");
  const nothing = await send({});
  assert.equal(nothing.status, 422);
  for (const text of [fieldErrors.ownPlaceMissing, fieldErrors.ownPlaceKindMissing]) {
    assert(nothing.html.includes(text), text);
  }
  const place = { place: "Ullevi", placeAsked: "Ullevi", placeId: ULLEVI };
  const unnamed = await send({ ...place, kind: "named" });
  assert(unnamed.html.includes(fieldErrors.ownPlaceNameMissing));
  for (let at = 0; at < MAX_OWN_PLACES; at++) {
    await keepOwnPlace(product.services, person.id, {
      ...{ kind: "named", name: `${at}`, placeId: ULLEVI, words: "Ullevi" },
    });
  }
  const full = await send({ ...place, kind: "named", name: "en till" });
  assert.equal(full.status, 422);
  assert(full.html.includes(fieldErrors.ownPlacesFull(MAX_OWN_PLACES)));
  assert.equal((await own()).length, MAX_OWN_PLACES);
});

Deno.test("another's places are not found, whatever is asked of them, and are on no page of theirs", async () => {
  await using product = await testProduct();
  const maja = await signedIn(product, "Maja");
  const eva = await signedIn(product, "Eva");
  await keepOwnPlace(product.services, maja.person.id, {
    ...{ kind: "named", name: "Majas mormor", placeId: ULLEVI, words: "Ullevi" },
  });
  const [kept] = await maja.own();
  for (const act of ["rename", "remove"]) {
    const answer = await eva.send({ act, ownPlace: kept?.id ?? "", name: "Min" });
    assert.equal(answer.status, 404, act);
  }
  assert.deepEqual(await maja.own(), [kept]);
  for (const path of [paths.ownPlaces(), paths.home()]) {
    assert(!(await eva.visitor.get(path)).html.includes("Majas mormor"), path);
  }
  const nobody = await new Visitor(product).get(paths.ownPlaces());
  assert.equal(nobody.location, paths.signIn({ next: paths.ownPlaces() }));
});

Deno.test("the trip form offers them to their person alone, in a page that no shared cache may keep", async () => {
  await using product = await testProduct();
  const { person, visitor } = await signedIn(product, "Maja");
  const home = { kind: "home", name: "", placeId: ULLEVI, words: "Hemvägen 5" } as const;
  await keepOwnPlace(product.services, person.id, home);
  await keepOwnPlace(product.services, person.id, {
    ...{ ...home, kind: "named", name: "Riven", placeId: "landmark:gone", words: "Rivna huset" },
  });
  const { html, headers } = await visitor.get(paths.home());
  assert(html.includes("Hemvägen 5") && html.includes(trip.place.own));
  assert(!html.includes("Rivna huset"), "what our map no longer has is not offered");
  assert((await visitor.get(paths.ownPlaces())).html.includes(texts.gone));
  assert.match(headers.get("cache-control") ?? "", /^private, no-cache$|no-store/);
  assert.match(headers.get("vary") ?? "", /Cookie/);
  const refused = await visitor.post(paths.quotes(), { from: "", to: "Ullevi" });
  assert(refused.status === 422 && refused.html.includes("Hemvägen 5"));
  assert(!(await new Visitor(product).get(paths.home())).html.includes("Hemvägen 5"));
});

Deno.test("where a ride went is put into the form by a press, and nothing is kept before it is sent", async () => {
  await using product = await testProduct();
  const { send, own } = await signedIn(product, "Maja");
  const begun = await send({
    ...{ act: "begin", place: "Ullevi", placeAsked: "Ullevi", placeId: ULLEVI },
  });
  assert.equal(begun.status, 200);
  assert(begun.html.includes(`value="${ULLEVI}"`) && begun.html.includes('value="Ullevi"'));
  assert.deepEqual(await own(), []);
});
