// static/styles.css, static/board.css and static/icons.svg are made from sources that lie elsewhere.
import assert from "node:assert/strict";

import { VEHICLE_CLASSES } from "../../lib/fleet/vehicle.ts";

const ROOT = new URL("../../", import.meta.url);

/** The scripts use tools that are not part of the product. */
const LOCK = "--lock=tests/deno.lock";

for (const script of ["build-styles.ts", "build-icons.ts"]) {
  Deno.test(`what scripts/${script} makes is up to date`, async () => {
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--quiet", LOCK, `scripts/${script}`, "--check"],
      cwd: ROOT,
    }).output();
    assert.ok(success, new TextDecoder().decode(stderr));
  });
}

Deno.test("the style sheet shows the total and the price lines of every vehicle class", async () => {
  const css = await Deno.readTextFile(new URL("static/styles.css", ROOT));
  const shown = [...css.matchAll(/:has\(#class-([a-z-]+):checked\) \.for-([a-z-]+)/g)];
  assert.deepEqual(
    shown.map(([, chosen, own]) => [chosen, own]),
    VEHICLE_CLASSES.map((name) => [name, name]),
  );
});
