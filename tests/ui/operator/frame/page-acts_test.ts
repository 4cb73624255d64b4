import assert from "node:assert/strict";
import { ROLE_RIGHTS } from "../../../../lib/accounts/right.ts";
import { mayAct } from "../../../../lib/ui/operator/frame/page-acts.ts";

Deno.test("whoever has the right of a page's acts may act there, and a page that offers each act by its own right hides none", () => {
  const { accountant, dispatcher } = ROLE_RIGHTS;
  assert.equal(mayAct("day", accountant), false);
  assert.equal(mayAct("day", dispatcher), true);
  assert.equal(mayAct("vehicles", dispatcher), false);
  assert.equal(mayAct("tariffs", accountant), false);
  assert.equal(mayAct("bookkeeping", accountant), true);
  assert.equal(mayAct("compliance", []), true);
});
