import assert from "node:assert/strict";
import { entityTag, isKnownBy } from "../../lib/http/entity-tag.ts";

Deno.test("a tag is of the text alone, and weak: it holds in every coding", () => {
  assert.equal(entityTag("a"), entityTag("a"));
  assert.notEqual(entityTag("a"), entityTag("b"));
  assert.match(entityTag("å"), /^W\/"[\w-]{27}"$/);
});

Deno.test("If-None-Match names a tag among others, weakly or strongly, or all of them", () => {
  const tag = entityTag("a");
  const strong = tag.slice(2);
  for (const header of [tag, strong, `"x", ${tag}`, "*", ` ${tag} `, `W/"x",${strong}`]) {
    assert.equal(isKnownBy(header, tag), true, header);
  }
  for (const header of [null, "", '"x"', strong.slice(1, -1), entityTag("b")]) {
    assert.equal(isKnownBy(header, tag), false, String(header));
  }
});
