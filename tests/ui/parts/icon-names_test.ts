import assert from "node:assert/strict";
import { ICON_NAMES } from "../../../lib/ui/parts/icon-names.ts";

Deno.test("the sprite has the icons that the product names, in their order, and no other", async () => {
  const sprite = await Deno.readTextFile(new URL("../../../static/icons.svg", import.meta.url));
  const drawn = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, name]) => name);
  assert.deepEqual(drawn, [...ICON_NAMES]);
});
