import assert from "node:assert/strict";
import { activeAfter, comboboxProps } from "../../../../lib/ui/customer/trip/combobox.ts";

Deno.test("activeAfter() goes down and up and round", () => {
  assert.equal(activeAfter("ArrowDown", -1, 3), 0);
  assert.equal(activeAfter("ArrowDown", 2, 3), 0);
  assert.equal(activeAfter("ArrowUp", -1, 3), 2);
  assert.equal(activeAfter("ArrowUp", 0, 3), 2);
  assert.equal(activeAfter("ArrowUp", 2, 3), 1);
});

Deno.test("activeAfter() leaves other keys and empty lists to the field", () => {
  assert.equal(activeAfter("a", 0, 3), null);
  assert.equal(activeAfter("ArrowDown", -1, 0), null);
});

Deno.test("comboboxProps() names the option the arrow keys stand on, and none before", () => {
  assert.equal(comboboxProps("from", true, 1)["aria-activedescendant"], "from-1");
  assert.equal(comboboxProps("from", true, -1)["aria-activedescendant"], undefined);
  assert.equal(comboboxProps("from", false, -1)["aria-expanded"], false);
});
