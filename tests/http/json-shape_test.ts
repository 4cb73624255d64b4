import assert from "node:assert/strict";
import { RequestError } from "../../lib/errors/request-error.ts";
import { assertJsonShape } from "../../lib/http/json-shape.ts";
import { fc } from "../support/property.ts";

/** The code that refuses a text, "" when it is left to the parser. */
function refusal(text: string): string {
  try {
    assertJsonShape(text);
    return "";
  } catch (error) {
    assert.ok(error instanceof RequestError);
    return error.code;
  }
}

Deno.test("a name is in an object once, however it is spelled; the same name may be in another object", () => {
  for (
    const good of ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', '["a","a"]', '{"a":"a","b":"a"}']
  ) {
    assert.equal(refusal(good), "", good);
  }
  for (
    const bad of [
      ...['{"a":1,"a":2}', '{"a":{},"b":[],"a":2}', '{"x":[{"b":1,"b":1}]}', '{"a":1 , "a" :2}'],
      ...[
        '{"a":1,"\\u0061":2}',
        '{"a\\"":1,"a\\"":2}',
        '{"a":"}","a":1}',
        '{"a":[1,{"a":2}],"a":3}',
      ],
    ]
  ) assert.equal(refusal(bad), "name-repeated", bad);
});

Deno.test("no object at any depth has a name that every object has; as a value it is a text like others", () => {
  for (const name of ["__proto__", "constructor", "prototype", "\\u005f_proto__"]) {
    for (const bad of [`{"${name}":1}`, `{"a":[{"b":{"${name}":{}}}]}`, `[{"a":1,"${name}":2}]`]) {
      assert.equal(refusal(bad), "name-forbidden", bad);
    }
    assert.equal(refusal(`{"a":"${name}","b":["${name}"]}`), "", name);
  }
});

Deno.test("five thousand values are taken and not one more, however they are nested", () => {
  // A list is a value itself, and so is what stands first in it.
  assert.equal(refusal(`[${Array(4_999).fill(0)}]`), "");
  assert.equal(refusal(`[${Array(5_001).fill(0)}]`), "too-many-fields");
  assert.equal(refusal(`[${Array(2_501).fill("{}")}]`), "too-many-fields");
  const members = Array.from({ length: 5_001 }, (_, i) => `"f${i}":0`);
  assert.equal(refusal(`{${members}}`), "too-many-fields");
});

Deno.test("every document that JSON.stringify() writes is left alone, and what is no JSON is the parser's", () => {
  const value = fc.jsonValue({ maxDepth: 6 });
  fc.assert(fc.property(value, (written) => {
    const names = JSON.stringify(written);
    fc.pre(!/"(?:__proto__|constructor|prototype)"|[.[\]]"?:/.test(names));
    assert.equal(refusal(names), "");
  }));
  for (const text of ["", "{", '{"a', '{"a\\', "}}", '{"\\x":1}', "[,,]", ":", '"']) {
    assert.equal(refusal(text), "", text);
  }
});
