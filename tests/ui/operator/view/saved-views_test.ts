import assert from "node:assert/strict";
import {
  MAX_SAVED_VIEWS,
  MAX_VIEW_NAME,
  readSavedViews,
  savedViewsKey,
  withoutSavedView,
  withSavedView,
} from "../../../../lib/ui/operator/view/saved-views.ts";

const FLIGHTS = { name: "Flyg", words: "show=flight" };

Deno.test("a view is saved by its name, which then means the latest", () => {
  const saved = withSavedView(withSavedView([], FLIGHTS), { name: " Flyg ", words: "show=late" });
  assert.deepEqual(saved, [{ name: "Flyg", words: "show=late" }]);
  assert.deepEqual(withoutSavedView(saved, "Flyg"), []);
});

Deno.test("an empty name saves nothing, a long one is cut, and the oldest makes room", () => {
  assert.deepEqual(withSavedView([FLIGHTS], { name: "  ", words: "" }), [FLIGHTS]);
  assert.equal(
    withSavedView([], { name: "å".repeat(99), words: "" })[0]?.name.length,
    MAX_VIEW_NAME,
  );
  let views = withSavedView([], FLIGHTS);
  for (let i = 0; i < MAX_SAVED_VIEWS; i++) {
    views = withSavedView(views, { name: `${i}`, words: "" });
  }
  assert.equal(views.length, MAX_SAVED_VIEWS);
  assert.equal(views.some(({ name }) => name === "Flyg"), false);
});

Deno.test("what was stored comes back, and what is none is left out", () => {
  assert.deepEqual(readSavedViews(JSON.stringify([FLIGHTS])), [FLIGHTS]);
  for (const odd of [null, "", "{", "{}", "[1]", '[{"name":"x"}]', '[{"name":"","words":""}]']) {
    assert.deepEqual(readSavedViews(odd), [], String(odd));
  }
  assert.deepEqual(readSavedViews(JSON.stringify([{ name: "x", words: "y".repeat(401) }])), []);
});

Deno.test("each operator has views of their own", () => {
  assert.notEqual(savedViewsKey("Sara"), savedViewsKey("Omar"));
});
