import assert from "node:assert/strict";
import { HERO_ROUTE, HERO_VIEW_BOX } from "../../../../lib/ui/customer/home/hero-route.ts";

Deno.test("the drawn way begins and ends at its marks and stays within its window", () => {
  const numbers = [...HERO_ROUTE.path.matchAll(/-?\d+(\.\d+)?/g)].map(([text]) => Number(text));
  const [, , width = 0, height = 0] = HERO_VIEW_BOX.split(" ").map(Number);
  let [x = 0, y = 0] = numbers;
  assert.deepEqual([x, y], HERO_ROUTE.start);
  for (let i = 2; i < numbers.length; i += 2) {
    x += numbers[i] ?? NaN;
    y += numbers[i + 1] ?? NaN;
    assert(x >= 0 && x <= width && y >= 0 && y <= height, `${x} ${y}`);
  }
  assert.deepEqual([x, y], HERO_ROUTE.end);
});
