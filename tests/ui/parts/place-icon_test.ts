import assert from "node:assert/strict";
import { ICON_NAMES } from "../../../lib/ui/parts/icon-names.ts";
import { PLACE_ICONS } from "../../../lib/ui/parts/place-icon.ts";

Deno.test("every kind of place has an icon of its own, and the sprite draws it", async () => {
  const sprite = await Deno.readTextFile(new URL("../../../static/icons.svg", import.meta.url));
  const drawn = new Set([...sprite.matchAll(/ id="([\w-]+)"/g)].map(([, id]) => id));
  const icons = Object.values(PLACE_ICONS);
  assert.equal(new Set(icons).size, icons.length);
  for (const icon of icons) assert(ICON_NAMES.includes(icon) && drawn.has(icon), icon);
});
