import assert from "node:assert/strict";
import { textsFor } from "../../../../lib/i18n/texts.ts";
import { contactChecks } from "../../../../lib/ui/customer/quote/contact-checks.ts";
import { failedChecks } from "../../../../lib/ui/parts/form-errors.ts";

Deno.test("the page asks for name and telephone number in the server's words", () => {
  const { nameMissing, phoneMissing } = textsFor("sv").fieldErrors;
  const form = new FormData();
  const said = () => failedChecks(form, contactChecks("sv")).map(({ text }) => text);
  assert.deepEqual(said(), [nameMissing, phoneMissing]);
  form.set("name", "Maja");
  form.set("phone", "070");
  assert.deepEqual(said(), [], "what a number is only the server knows");
});
