import assert from "node:assert/strict";
import { checkKeeper, MAX_PERSON_NAME } from "../../lib/accounts/server-keeper.ts";

Deno.test("whoever runs the server gives a name and an address; both come back clean", () => {
  const checked = checkKeeper({ name: "  Maja  Ek ", email: " maja@TAXI.example " }, "en");
  assert.deepEqual(checked, {
    ok: true,
    value: { name: "Maja Ek", email: "maja@taxi.example", locale: "en" },
  });
});

Deno.test("a name or an address that is none is told by its field", () => {
  const codes = (name: string, email: string) => {
    const checked = checkKeeper({ name, email }, "sv");
    return checked.ok ? [] : checked.errors.map(({ field, code }) => `${field} ${code}`);
  };
  assert.deepEqual(codes("", "maja"), ["name personNameMissing", "email emailNoAt"]);
  assert.deepEqual(codes("x".repeat(MAX_PERSON_NAME + 1), "m@t.example"), ["name nameTooLong"]);
});
