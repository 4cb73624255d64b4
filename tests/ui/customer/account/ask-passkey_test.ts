import assert from "node:assert/strict";
import { askedPasskey } from "../../../../lib/ui/customer/account/ask-passkey.ts";

const QUESTION = { purpose: "add", options: "/sign-in/passkey-options" };

Deno.test("askedPasskey() says what for, and by whose session when there is one", async () => {
  const sent: [string, string, string | null][] = [];
  const ask = (input: RequestInfo | URL, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    sent.push([String(input), String(init.body), headers.get("x-avanti-form-token")]);
    return Promise.resolve(Response.json({ challenge: "c" }));
  };
  assert.deepEqual(await askedPasskey({ ...QUESTION, formToken: "t" }, ask), { challenge: "c" });
  await askedPasskey({ ...QUESTION, formToken: "" }, ask);
  assert.deepEqual(sent, [
    [QUESTION.options, "purpose=add", "t"],
    [QUESTION.options, "purpose=add", null],
  ]);
});

Deno.test("askedPasskey() makes no question of an answer that is none", async () => {
  const ask = () => Promise.resolve(new Response("{}", { status: 429 }));
  await assert.rejects(askedPasskey({ ...QUESTION, formToken: "" }, ask), /429/);
});
