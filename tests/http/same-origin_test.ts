import assert from "node:assert/strict";
import { isOwnRequest } from "../../lib/http/middleware/same-origin.ts";

const OWN = ["http://localhost", "https://avanti.example"];
const isOwn = (headers: Record<string, string>) => isOwnRequest(new Headers(headers), OWN);

Deno.test("what the browser says of the page that asked decides, whatever the origin claims", () => {
  assert.equal(isOwn({ "sec-fetch-site": "same-origin" }), true);
  assert.equal(isOwn({ "sec-fetch-site": "same-origin", origin: "https://evil.example" }), true);
  for (const site of ["cross-site", "same-site", "none", "", "SAME-ORIGIN"]) {
    assert.equal(isOwn({ "sec-fetch-site": site, origin: "https://avanti.example" }), false, site);
  }
});

Deno.test("a browser that does not say it is known by an origin of ours, and by nothing like it", () => {
  for (const origin of OWN) assert.equal(isOwn({ origin }), true, origin);
  for (const origin of ["null", "", "https://avanti.example:8443", "http://avanti.example"]) {
    assert.equal(isOwn({ origin }), false, origin);
  }
  assert.equal(isOwnRequest(new Headers({ origin: "null" }), ["null"]), false);
  assert.equal(isOwn({}), false);
});
