import assert from "node:assert/strict";
import { formFields } from "../../lib/forms/form-fields.ts";

Deno.test("formFields() gives the first of a name given twice, at most a hundred fields, and texts made clean", () => {
  const fields = (text: string) => formFields(new URLSearchParams(text));
  assert.deepEqual(fields("a=1&b=2&a=3"), new Map([["a", "1"], ["b", "2"]]));
  assert.equal(fields("a=%00%01x%0D%0Ay").get("a"), "x\ny");
  const many = Array.from({ length: 300 }, (_, i) => `f${i}=x`).join("&");
  assert.equal(fields(many).size, 100);
  assert.equal(fields("__proto__=x").get("__proto__"), "x");
});

Deno.test("formFields() reads the hundredth field and not the one after it", () => {
  const many = Array.from({ length: 101 }, (_, i) => `f${i}=${i}`).join("&");
  const fields = formFields(new URLSearchParams(`f0=first&${many}`));
  assert.deepEqual([fields.get("f0"), fields.get("f99"), fields.get("f100")], [
    "first",
    "99",
    undefined,
  ]);
});
