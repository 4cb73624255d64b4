import assert from "node:assert/strict";
import {
  forgetPlaces,
  keepPlaces,
  keepsPlaces,
  MAX_RECENT,
  recentPlaces,
  rememberPlace,
} from "../../../../lib/ui/customer/trip/recent-places.ts";

function memory(kept: Record<string, string> = {}): () => Storage {
  const rows = new Map(Object.entries(kept));
  const storage: Storage = {
    length: 0,
    key: () => null,
    clear: () => rows.clear(),
    getItem: (name) => rows.get(name) ?? null,
    setItem: (name, value) => void rows.set(name, value),
    removeItem: (name) => void rows.delete(name),
  };
  return () => storage;
}

const place = (number: number) => ({
  id: `street:${number}`,
  kind: "street" as const,
  kindWord: "street" as const,
  name: `Gata ${number}`,
  area: "Göteborg",
});

Deno.test("the last places are kept, the latest first, each once, in the words they had", () => {
  const storage = memory();
  keepPlaces(storage);
  for (const number of [1, 2, 3, 4, 3]) {
    rememberPlace({ ...place(number), words: `Gata ${number} 24` }, storage);
  }
  const kept = recentPlaces(storage);
  assert.equal(kept.length, MAX_RECENT);
  assert.deepEqual(kept.map(({ words }) => words), ["Gata 3 24", "Gata 4 24", "Gata 2 24"]);
  assert.deepEqual(kept[0], { ...place(3), words: "Gata 3 24" });
});

Deno.test("nothing is kept before somebody says that it may, and nothing after they say that it may not", () => {
  const storage = memory();
  rememberPlace(place(1), storage);
  assert.deepEqual([keepsPlaces(storage), storage().getItem("recent-places")], [false, null]);
  keepPlaces(storage);
  rememberPlace(place(2), storage);
  keepPlaces(storage);
  assert.deepEqual(
    recentPlaces(storage).map(({ id }) => id),
    ["street:2"],
    "a yes takes nothing away",
  );
  forgetPlaces(storage);
  rememberPlace(place(3), storage);
  assert.deepEqual([keepsPlaces(storage), recentPlaces(storage)], [false, []]);
  assert.equal(storage().getItem("recent-places"), null);
});

Deno.test("what a browser forbids or something else wrote is no list", () => {
  const forbidden = () => {
    throw new Error("SecurityError");
  };
  keepPlaces(forbidden);
  rememberPlace(place(1), forbidden);
  forgetPlaces(forbidden);
  assert.equal(keepsPlaces(forbidden), false);
  assert.deepEqual(recentPlaces(forbidden), []);
  for (const rubbish of ["{", "null", '{"id":"a"}', '[1,null,{"id":"a"}]']) {
    assert.deepEqual(recentPlaces(memory({ "recent-places": rubbish })), [], rubbish);
  }
});
