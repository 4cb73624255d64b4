import assert from "node:assert/strict";
import { whileHeld } from "../../../lib/ui/parts/while-held.ts";

const press = (button: number) => ({
  button,
  pointerId: 1,
  currentTarget: { setPointerCapture: () => {} },
});

Deno.test("a press acts at once, and its click does not act again; a key's click does", () => {
  let acts = 0;
  const handlers = whileHeld(() => acts++);
  handlers.onPointerDown(press(0));
  handlers.onPointerUp();
  handlers.onClick({ detail: 1 });
  assert.equal(acts, 1);
  handlers.onClick({ detail: 0 });
  assert.equal(acts, 2);
});

Deno.test("another button of the mouse does nothing", () => {
  const handlers = whileHeld(() => assert.fail("acted"));
  handlers.onPointerDown(press(2));
  handlers.onPointerUp();
});
