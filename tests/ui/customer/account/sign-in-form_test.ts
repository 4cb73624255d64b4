import assert from "node:assert/strict";
import { MAX_PASSWORD } from "../../../../lib/accounts/password.ts";
import { checkCode, checkSignIn } from "../../../../lib/ui/customer/account/sign-in-form.ts";

const fields = (typed: Record<string, string>) => new Map(Object.entries(typed));
const wrong = ({ errors }: { errors: readonly { field: string; code: string }[] }) =>
  errors.map(({ field, code }) => `${field} ${code}`);

Deno.test("a sign-in is read with a clean address; the password stays as it was typed", () => {
  const { form, password } = checkSignIn(fields({
    email: " Maja@TAXI.example ",
    password: " två mellanslag  ",
    next: "/admin",
  }));
  assert.deepEqual(form, {
    email: "Maja@taxi.example",
    next: "/admin",
    errors: [],
    waitMinutes: null,
  });
  assert.equal(password, " två mellanslag  ");
});

Deno.test("what is missing or too long is told by its field, and a long address is given back in part", () => {
  assert.deepEqual(wrong(checkSignIn(fields({})).form), [
    "email emailNoAt",
    "password passwordMissing",
  ]);
  const long = checkSignIn(fields({
    email: "m@t.example",
    password: "x".repeat(MAX_PASSWORD + 1),
  }));
  assert.deepEqual(wrong(long.form), ["password passwordTooLong"]);
  assert.equal(checkSignIn(fields({ email: "x".repeat(999) })).form.email.length, 254);
});

Deno.test("a code is read in one line, and one that is missing is told", () => {
  assert.equal(checkCode(fields({ code: " 123 456\n" })).code, "123 456");
  assert.deepEqual(wrong(checkCode(fields({ code: "  " }))), ["code codeMissing"]);
});
