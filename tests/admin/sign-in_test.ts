// In by link, out by button, over the real app.
import assert from "node:assert/strict";
import { issueOperatorLink } from "../../lib/accounts/one-time-link.ts";
import { anOperator, testProduct } from "../support/operator.ts";

const SAME = { "sec-fetch-site": "same-origin" };

Deno.test("the link's button signs in once; the second press says what happened, in both languages", async () => {
  await using product = await testProduct();
  const token = await issueOperatorLink(product.services, "Karin");
  const url = `${product.origin}/enter/${token}`;
  const press = () => fetch(url, { method: "POST", headers: SAME, redirect: "manual" });
  const looked = await fetch(url);
  assert.equal(looked.status, 200);
  assert.match(await looked.text(), /method="post"/);
  const first = await press();
  assert.equal(first.status, 303);
  assert.equal(first.headers.get("location"), "/admin");
  const cookie = (first.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const board = await fetch(`${product.origin}/admin`, { headers: { cookie } });
  assert.equal(board.status, 200);
  assert.match(await board.text(), /Inloggad: Karin/);
  const second = await press();
  assert.equal(second.status, 410);
  assert.equal(second.headers.get("set-cookie"), null);
  const html = await second.text();
  assert.match(html, /redan använd/);
  assert.match(html, /has been used/);
});

Deno.test("over https the cookie carries the host prefix and Secure", async () => {
  await using product = await testProduct({
    environment: { AVANTI_ORIGIN: "https://avanti.example" },
  });
  const token = await issueOperatorLink(product.services, "Karin");
  const response = await fetch(`${product.origin}/enter/${token}`, {
    method: "POST",
    headers: SAME,
    redirect: "manual",
  });
  assert.match(
    response.headers.get("set-cookie") ?? "",
    /^__Host-avanti-operator=.{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
  );
});

Deno.test("signing out kills the session on the server and clears what the browser kept", async () => {
  await using product = await testProduct();
  const operator = await anOperator(product.services);
  const response = await fetch(`${product.origin}/admin/sign-out`, {
    method: "POST",
    headers: { cookie: operator.cookie, ...SAME },
    body: new URLSearchParams({ formToken: operator.formToken }),
    redirect: "manual",
  });
  assert.equal(response.status, 303);
  assert.match(response.headers.get("clear-site-data") ?? "", /"storage"/);
  assert.match(response.headers.get("set-cookie") ?? "", /Max-Age=0/);
  const after = await fetch(`${product.origin}/admin`, { headers: { cookie: operator.cookie } });
  await after.body?.cancel();
  assert.equal(after.status, 401);
});
