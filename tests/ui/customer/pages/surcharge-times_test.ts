import assert from "node:assert/strict";
import { surchargeTimes } from "../../../../lib/ui/customer/pages/surcharge-times.ts";
import { DEMO_TARIFF_2026 } from "../../../../lib/pricing/demo-tariffs.ts";

function times(locale: "sv" | "en", id: string): string {
  const surcharge = DEMO_TARIFF_2026.surcharges.find((one) => one.id === id);
  assert.ok(surcharge !== undefined, `the tariff has ${id}`);
  return surchargeTimes(locale, surcharge);
}

Deno.test("surchargeTimes() says days and hours", () => {
  assert.equal(times("sv", "morning"), "vardagar 05.00–09.00");
  assert.equal(times("en", "morning"), "weekdays 05:00–09:00");
  assert.equal(times("sv", "night"), "alla dagar 22.00–05.00");
});

Deno.test("surchargeTimes() joins several windows and names single weekdays", () => {
  assert.equal(
    times("sv", "weekend"),
    "lördagar, aftnar och röda dagar hela dygnet, fredag 18.00–00.00",
  );
});

Deno.test("surchargeTimes() names the holidays and when they begin and end", () => {
  assert.equal(
    times("sv", "major-holiday"),
    "från 15.00 dagen före långfredagen, midsommarafton, julafton och nyårsafton till 06.00 nästa vardag",
  );
});
