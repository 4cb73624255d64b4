import assert from "node:assert/strict";
import { placeSuggestions } from "../../../lib/ui/customer/place-suggestions.ts";

const CENTRAL = {
  id: "station:goteborg-c",
  kind: "station",
  name: "Göteborgs centralstation",
  area: "",
  point: { lat: 57.7087, lng: 11.973 },
};

function answering(...places: unknown[]) {
  const asked: string[] = [];
  const fetchPlaces = ((url: string) => {
    asked.push(url);
    return Promise.resolve(Response.json({ places }));
  }) as unknown as typeof fetch;
  return { asked, fetchPlaces };
}

Deno.test("placeSuggestions() asks for the words in the customer's language", async () => {
  const { asked, fetchPlaces } = answering(CENTRAL);
  const answer = await placeSuggestions("en", fetchPlaces).ask(" Central ");
  assert.deepEqual(answer, { kind: "places", places: [CENTRAL] });
  assert.deepEqual(asked, ["/api/places?q=central&locale=en"]);
});

Deno.test("placeSuggestions() asks nothing for a single letter", async () => {
  const { asked, fetchPlaces } = answering(CENTRAL);
  assert.deepEqual(await placeSuggestions("sv", fetchPlaces).ask("c"), {
    kind: "places",
    places: [],
  });
  assert.deepEqual(asked, []);
});

Deno.test("placeSuggestions() lets a newer question win", async () => {
  const { asked, fetchPlaces } = answering(CENTRAL);
  const suggestions = placeSuggestions("sv", fetchPlaces);
  const [first, second] = await Promise.all([suggestions.ask("cent"), suggestions.ask("centr")]);
  assert.deepEqual(first, { kind: "stale" });
  assert.equal(second.kind, "places");
  assert.equal(asked.length, 1);
});

Deno.test("placeSuggestions() remembers what it asked", async () => {
  const { asked, fetchPlaces } = answering(CENTRAL);
  const suggestions = placeSuggestions("sv", fetchPlaces);
  await suggestions.ask("cent");
  await suggestions.ask("CENT");
  assert.equal(asked.length, 1);
});

Deno.test("placeSuggestions() says offline when the network or the server fails", async () => {
  const failing = (() => Promise.reject(new TypeError("no network"))) as typeof fetch;
  assert.deepEqual(await placeSuggestions("sv", failing).ask("cent"), { kind: "offline" });
  const refusing = (() => Promise.resolve(new Response("", { status: 503 }))) as typeof fetch;
  assert.deepEqual(await placeSuggestions("sv", refusing).ask("cent"), { kind: "offline" });
});

Deno.test("placeSuggestions() drops the answer to a cancelled question", async () => {
  const { fetchPlaces } = answering(CENTRAL);
  const suggestions = placeSuggestions("sv", fetchPlaces);
  const asking = suggestions.ask("cent");
  suggestions.cancel();
  assert.deepEqual(await asking, { kind: "stale" });
});
