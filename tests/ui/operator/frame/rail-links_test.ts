// Pages of the rail: each is offered to those its route lets in.
import assert from "node:assert/strict";
import { ROUTE_RULES } from "../../../../lib/http/route-table.ts";
import { RIGHTS_OF_LINKS } from "../../../../lib/ui/operator/frame/rail-links.ts";

Deno.test("a page that is offered by a right is one its route shows by the same right", () => {
  for (const { name, right, href } of RIGHTS_OF_LINKS) {
    const who = ROUTE_RULES[href()]?.who;
    assert.ok(typeof who === "object" && "see" in who, name);
    assert.equal(who.see, right, name);
  }
});
