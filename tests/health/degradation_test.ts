// Each cell of the table, for real: a running product loses a part, and everything people do is done.
import assert from "node:assert/strict";
import { DEGRADATION, type Effect } from "../../lib/health/degradation-rules.ts";
import { type Errand, ERRANDS, PARTS } from "../../lib/health/part.ts";
import { degradedProduct } from "../support/degraded-product.ts";

Deno.test("all errands work while all is well", async () => {
  await using product = await degradedProduct();
  for (const errand of ERRANDS) assert.equal((await product.run(errand)).effect, "works", errand);
});

for (const part of PARTS) {
  Deno.test(`without ${part} each errand does what the table says, and a refusal says when to come back`, async () => {
    await using product = await degradedProduct();
    await product.lose(part);
    const effects: Partial<Record<Errand, Effect>> = {};
    for (const errand of ERRANDS) {
      const { effect, refusal } = await product.run(errand);
      effects[errand] = effect;
      if (refusal === null) continue;
      assert.match(refusal.headers.get("retry-after") ?? "", /^\d+$/, errand);
      assert.match(await refusal.text(), /igen/, `${part}: ${errand}`);
    }
    assert.deepEqual(effects, DEGRADATION[part]);
  });
}
