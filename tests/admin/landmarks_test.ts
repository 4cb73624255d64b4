// The operators' pages of landmarks: the list, the form, and what each button does.
import assert from "node:assert/strict";
import { landmarksEn } from "../../lib/i18n/en/landmarks.ts";
import { landmarksSv } from "../../lib/i18n/sv/landmarks.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { anOperator } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";

/** A signed-in browser without script. */
async function operatorOf({ services }: TestServices) {
  const app = await testApp(services);
  const { cookie, formToken } = await anOperator(services, "Karin");
  const read = async (path: string) => {
    const response = await app(new Request(ORIGIN + path, { headers: { cookie } }));
    return { status: response.status, html: await response.text() };
  };
  const send = async (path: string, fields: Record<string, string>) => {
    const response = await app(
      new Request(ORIGIN + path, {
        method: "POST",
        headers: { cookie, "sec-fetch-site": "same-origin" },
        body: new URLSearchParams({ formToken, ...fields }),
      }),
    );
    const { status, headers } = response;
    return { status, html: await response.text(), location: headers.get("location") };
  };
  return { read, send };
}

const ownServices = () => testServices({ places: loadPlaceIndex() });
const HALL = {
  kind: "arena",
  name: "Nya hallen",
  nameEn: "The new hall",
  area: "Gårda",
  town: "Göteborg",
  point: "57.70570, 11.98530",
  aliases: "Evenemangshallen",
  isExact: "yes",
};
const ULLEVI = paths.adminPlace("ullevi");

Deno.test("the list searches in names, other names and towns, and says which are sold with a pin", async () => {
  await using test = await ownServices();
  const { read } = await operatorOf(test);
  const all = await read(paths.adminPlaces());
  assert.equal(all.status, 200);
  assert(all.html.includes(landmarksSv.shown(100, 364)) || /De första 100 av \d+/.test(all.html));
  const found = await read(paths.adminPlaces({ q: "GLOBEN stockholm" }));
  assert(found.html.includes("Avicii Arena") && found.html.includes(landmarksSv.pinMark));
  assert(!found.html.includes("Liseberg") && found.html.includes(landmarksSv.count(1)));
  const none = await read(paths.adminPlaces({ q: "<b>x" }));
  assert(none.html.includes(landmarksSv.empty) && !none.html.includes("<b>x"));
  const english = await read(`${paths.adminPlaces({ q: "ullevi" })}&lang=en`);
  assert(english.html.includes(landmarksEn.title));
});

Deno.test("a landmark is added by the form, and found as soon as the index is made anew", async () => {
  await using test = await ownServices();
  const { read, send } = await operatorOf(test);
  assert.equal((await read(paths.adminNewPlace())).status, 200);
  const added = await send(paths.adminPlaces(), HALL);
  assert.deepEqual([added.status, added.location], [303, "/admin/places?done=added"]);
  assert((await read("/admin/places?done=added")).html.includes(landmarksSv.outcome.added));
  const { html } = await read(paths.adminPlace("nya-hallen"));
  for (const text of ["Nya hallen", "57.70570, 11.98530", "Skånegatan", "av \u2068Karin\u2069"]) {
    assert(html.includes(text), text);
  }
  await test.services.landmarks.refresh();
  const answer = await read(paths.api.places({ q: "evenemangshallen" }));
  assert.equal(JSON.parse(answer.html).places[0].id, "landmark:nya-hallen");
});

Deno.test("a form that does not fit comes back with what was written and why", async () => {
  await using test = await ownServices();
  const { send } = await operatorOf(test);
  const wrong = [
    [{ name: "" }, "nameMissing"],
    [{ name: "Liseberg" }, "nameTaken"],
    [{ point: "48.85, 2.35" }, "outsideSweden"],
    [{ point: "57.68680, 12.04000" }, "farFromStreet"],
    [{ point: "Ullevi" }, "pointMissing"],
  ] as const;
  for (const [changes, problem] of wrong) {
    const { status, html } = await send(paths.adminPlaces(), { ...HALL, ...changes });
    assert.equal(status, 422, problem);
    assert(html.includes(landmarksSv.problems[problem]), problem);
    assert(html.includes("Evenemangshallen"), problem);
    assert.equal(html.includes('name="mayBeFar"'), problem === "farFromStreet");
  }
  const far = { ...HALL, point: "57.68680, 12.04000", mayBeFar: "yes" };
  assert.equal((await send(paths.adminPlaces(), far)).status, 303);
});

Deno.test("a landmark is moved, retired and restored; its page tells the story", async () => {
  await using test = await ownServices();
  const { read, send } = await operatorOf(test);
  const moved = { ...HALL, name: "Ullevi", nameEn: "", action: "change", expectedVersion: "0" };
  assert.equal((await send(ULLEVI, moved)).location, "/admin/places?done=changed");
  const retired = await send(ULLEVI, { action: "retire", expectedVersion: "1" });
  assert.equal(retired.location, "/admin/places?done=retired");
  const gone = await read(ULLEVI);
  assert(gone.html.includes(landmarksSv.retired) && !gone.html.includes('name="point"'));
  const restored = await send(ULLEVI, { action: "restore", expectedVersion: "2" });
  assert.equal(restored.location, "/admin/places?done=restored");
  const { html } = await read(ULLEVI);
  for (const word of Object.values(landmarksSv.change).slice(1)) assert(html.includes(word), word);
  assert.match(html, /flyttad \d+ m/);
});

Deno.test("whoever comes second is told, and sees the landmark as it is", async () => {
  await using test = await ownServices();
  const { send } = await operatorOf(test);
  await send(ULLEVI, { action: "retire", expectedVersion: "0" });
  const late = await send(ULLEVI, { action: "retire", expectedVersion: "0" });
  assert.equal(late.status, 409);
  assert(late.html.includes(landmarksSv.problems.changedMeanwhile));
  assert(late.html.includes(landmarksSv.restore));
});

Deno.test("a landmark nobody knows is not found, and an unknown button does nothing", async () => {
  await using test = await ownServices();
  const { read, send } = await operatorOf(test);
  assert.equal((await read(paths.adminPlace("none"))).status, 404);
  const nothing = await send(paths.adminPlace("none"), { action: "retire" });
  assert.equal(nothing.status, 404);
  assert.equal((await send(ULLEVI, { action: "burn" })).status, 422);
});
