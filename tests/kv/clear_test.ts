import assert from "node:assert/strict";
import { NO_CACHE } from "../../lib/cache/no-cache.ts";
import { clearDatabase } from "../../lib/kv/clear.ts";
import { writeFact } from "../../lib/kv/about.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";
import { TariffStore } from "../../lib/pricing/tariff-store.ts";

Deno.test("clearDatabase() leaves no row of any family, however many there are", async () => {
  const db = await openDatabase(":memory:");
  for (let i = 0; i < 250; i++) await writeFact(db, `fact ${i}`, "true");
  await new TariffStore(db, NO_CACHE).save(DEMO_TARIFF_2026);
  await clearDatabase(db);
  assert.deepEqual(await Array.fromAsync(db.read.list({ prefix: [] })), []);
  await clearDatabase(db);
  db.close();
});
