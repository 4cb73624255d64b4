// Which class a file belongs to.
import assert from "node:assert/strict";
import { codeClass } from "../../../scripts/mutate/code-classes.ts";

const EXPECTED: Record<string, string> = {
  "lib/pricing/fare-rules.ts": "money",
  "lib/money.ts": "money",
  "lib/kernel/money.ts": "money",
  "lib/booking/cancellation-rules.ts": "money",
  "lib/pricing/quote-signature.ts": "security",
  "lib/booking/manage-link.ts": "security",
  "lib/accounts/session-store.ts": "security",
  "lib/http/middleware/session.ts": "security",
  "lib/security/derive-keys.ts": "security",
  "lib/kv/commit.ts": "atomicity",
  "lib/booking/booking-store.ts": "atomicity",
  "lib/booking/create-booking.ts": "atomicity",
  "lib/booking/change-stored-booking.ts": "atomicity",
  "lib/dispatch/vehicle-schedule-store.ts": "atomicity",
  "lib/fleet/vehicle-day.ts": "atomicity",
  "lib/booking/booking-rules.ts": "else",
  "lib/booking/booking.ts": "else",
  "lib/ui/Shell.tsx": "else",
};

Deno.test("a file has one class, the dearest that fits", () => {
  for (const [path, name] of Object.entries(EXPECTED)) assert.equal(codeClass(path), name, path);
});
