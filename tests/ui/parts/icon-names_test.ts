import assert from "node:assert/strict";
import { ICON_NAMES } from "../../../lib/ui/parts/icon-names.ts";
import { filesBelow, ROOT } from "../../support/module-graph.ts";

Deno.test("the sprite has the icons that the product names, in their order, and no other", async () => {
  const sprite = await Deno.readTextFile(new URL("../../../static/icons.svg", import.meta.url));
  const drawn = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, name]) => name);
  assert.deepEqual(drawn, [...ICON_NAMES]);
});

Deno.test("every icon of the sprite is shown somewhere", async () => {
  const paths = ["lib/ui", "islands", "routes"].flatMap((folder) => filesBelow(folder))
    .filter((path) => !path.endsWith("icon-names.ts"));
  const sources = await Promise.all(paths.map((path) => Deno.readTextFile(ROOT + path)));
  const text = sources.join("\n");
  assert.deepEqual(ICON_NAMES.filter((name) => !new RegExp(`["#]${name}["\`]`).test(text)), []);
});
