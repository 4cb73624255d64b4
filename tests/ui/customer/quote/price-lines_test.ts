import assert from "node:assert/strict";
import { lineName } from "../../../../lib/ui/customer/quote/PriceLines.tsx";

Deno.test("lineName() adds the zones to a fixed price and lets a surcharge be its own name", () => {
  const zones = { sv: "Landvetter–centrum", en: "Landvetter Airport–city centre" };
  assert.equal(
    lineName("sv", { code: "fixed-price", label: zones }),
    "Fast pris Landvetter–centrum",
  );
  const morning = { sv: "Morgontillägg", en: "Morning surcharge" };
  assert.equal(lineName("en", { code: "surcharge", label: morning }), "Morning surcharge");
  assert.equal(lineName("sv", { code: "distance", label: { sv: "", en: "" } }), "Sträcka");
});
