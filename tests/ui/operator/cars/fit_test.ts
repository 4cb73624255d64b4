import assert from "node:assert/strict";
import { fitting, placeNames } from "../../../../lib/ui/operator/cars/fit.ts";

Deno.test("the first word that has room whole is taken, and none is cut", () => {
  const words = ["Kungsportsavenyen", "Avenyn", "16.05"];
  assert.equal(fitting(words, 500), "Kungsportsavenyen");
  assert.equal(fitting(words, 60), "Avenyn");
  assert.equal(fitting(words, 36), "16.05");
  assert.equal(fitting(words, 20), "");
  assert.equal(fitting(["", "a"], 100), "a");
});

Deno.test("a place is called by all of its name, by what stands before the comma, by its street", () => {
  assert.deepEqual(placeNames("Östra Hamngatan 24, Göteborg"), [
    "Östra Hamngatan 24, Göteborg",
    "Östra Hamngatan 24",
    "Östra Hamngatan",
  ]);
  assert.deepEqual(placeNames("Landvetter"), ["Landvetter"]);
});
