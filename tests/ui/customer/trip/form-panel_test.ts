import assert from "node:assert/strict";
import { hidePanel, showPanel } from "../../../../lib/ui/customer/trip/form-panel.ts";
import { tripChecks } from "../../../../lib/ui/customer/trip/trip-checks.ts";
import { textsFor } from "../../../../lib/i18n/texts.ts";

Deno.test("a form gives its place to one panel, and back when that one closes", () => {
  const form = { dataset: {} as Record<string, string> };
  const inside = { closest: () => form } as unknown as Element;
  showPanel(inside, "from");
  hidePanel(inside, "time");
  assert.deepEqual(form.dataset, { panel: "from" });
  hidePanel(inside, "from");
  assert.deepEqual(form.dataset, {});
  assert.equal(showPanel(null, "from"), null);
});

Deno.test("the page checks a trip in the order of its fields and in the server's words", () => {
  const { fieldErrors } = textsFor("sv");
  assert.deepEqual(tripChecks("sv").map(({ field }) => field), ["from", "to", "date", "time"]);
  assert.equal(tripChecks("sv")[3]?.text, fieldErrors.timeInvalid);
});
