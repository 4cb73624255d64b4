import assert from "node:assert/strict";
import { SUPPORT_PHONE } from "../../lib/kernel/support-phone.ts";

Deno.test("until the company sets its own, the number is one that rings at nobody's", () => {
  assert.match(SUPPORT_PHONE, /^\+463139006[0-4]\d$/);
});
