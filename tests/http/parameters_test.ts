import assert from "node:assert/strict";
import { RequestError } from "../../lib/errors/request-error.ts";
import { assertParameters, MAX_PARAMETERS } from "../../lib/http/parameters.ts";

/** The code that refuses a query, "" when it is taken. */
function refusal(query: string): string {
  try {
    assertParameters(new URLSearchParams(query));
    return "";
  } catch (error) {
    assert.ok(error instanceof RequestError);
    return error.code;
  }
}

Deno.test("a name is there once, also spelled otherwise, unless a list is meant", () => {
  assert.equal(refusal("a=1&b=2&A=3"), "");
  assert.equal(refusal("show=late&show=unassigned&cols=time&cols=car"), "");
  for (const query of ["a=1&a=2", "a&a", "a=1&b=2&%61=3", "lang=sv&lang=en", "=1&=2"]) {
    assert.equal(refusal(query), "name-repeated", query);
  }
});

Deno.test("no name is one that every object has, also as a part or escaped", () => {
  for (const name of ["__proto__", "constructor", "prototype", "%5F%5Fproto__", " constructor "]) {
    for (const query of [`${name}=x`, `a[${name}]=x`, `a.${name}.b=x`, `a=1&${name}`]) {
      assert.equal(refusal(query), "name-forbidden", query);
    }
  }
  assert.equal(refusal("protocol=1&constructors=2&a=__proto__&toString=3"), "");
});

Deno.test("a hundred parameters are taken and not one more", () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => `f${i}=x`).join("&");
  assert.equal(MAX_PARAMETERS, 100);
  assert.equal(refusal(many(100)), "");
  assert.equal(refusal(many(101)), "too-many-fields");
});
