// Each cell of the table, for real: a running product loses a part, and everything people do is done.
import assert from "node:assert/strict";
import { DEGRADATION, type Effect } from "../../lib/health/degradation-rules.ts";
import { type Act, ACTS, PARTS } from "../../lib/health/part.ts";
import { degradedProduct } from "../support/degraded-product.ts";

Deno.test("all acts work while all is well", async () => {
  await using product = await degradedProduct();
  for (const act of ACTS) assert.equal((await product.act(act)).effect, "works", act);
});

for (const part of PARTS) {
  Deno.test(`without ${part} each act does what the table says, and a refusal says when to come back`, async () => {
    await using product = await degradedProduct();
    await product.lose(part);
    const effects: Partial<Record<Act, Effect>> = {};
    for (const act of ACTS) {
      const { effect, refusal } = await product.act(act);
      effects[act] = effect;
      if (refusal === null) continue;
      assert.match(refusal.headers.get("retry-after") ?? "", /^\d+$/, act);
      assert.match(await refusal.text(), /igen/, `${part}: ${act}`);
    }
    assert.deepEqual(effects, DEGRADATION[part]);
  });
}
