import assert from "node:assert/strict";
import { clearedPayingCookie, payingCookie, payingLink } from "../../lib/checkout/paying-cookie.ts";
import { paymentId } from "../../lib/payments/payment.ts";

const ONE = paymentId("01KA0000000000000000000PAY");
const OTHER = paymentId("01KA0000000000000000000PA0");
const LINK = `01KA0000000000000000000B00${"a".repeat(22)}`;

Deno.test("the link is kept for an hour, out of reach of scripts, for its own payment alone", () => {
  const cookie = payingCookie(ONE, LINK, true);
  assert.match(
    cookie,
    /^__Host-avanti-paying-\w{26}=.*; HttpOnly; SameSite=Lax; Max-Age=3600; Secure$/,
  );
  const headers = new Headers({ cookie: cookie.split(";")[0] ?? "" });
  assert.equal(payingLink(ONE, headers, true), LINK);
  assert.equal(payingLink(OTHER, headers, true), null);
  assert.match(clearedPayingCookie(ONE, true), /Max-Age=0/);
});

Deno.test("what is no link is none", () => {
  const headers = new Headers({ cookie: `avanti-paying-${ONE}=//evil.example` });
  assert.equal(payingLink(ONE, headers, false), null);
});
