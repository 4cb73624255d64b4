import assert from "node:assert/strict";
import { secured } from "../../lib/http/middleware/security-headers.ts";

const PAYING = {
  scriptOrigin: "https://js.stripe.com",
  frameOrigins: ["https://js.stripe.com", "https://hooks.stripe.com"],
  connectOrigins: ["https://api.stripe.com"],
};
const HTML = { "content-type": "text/html; charset=utf-8" };

Deno.test("the payment page alone frames the provider, asks it, and leads on to its page", () => {
  const { headers } = secured(new Response("", { headers: HTML }), true, PAYING);
  const policy = new Map(
    (headers.get("content-security-policy") ?? "").split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources.join(" ")];
    }),
  );
  assert.equal(policy.get("frame-src"), "https://js.stripe.com https://hooks.stripe.com");
  assert.equal(policy.get("connect-src"), "'self' https://api.stripe.com");
  assert.equal(
    policy.get("form-action"),
    "'self' https://js.stripe.com https://checkout.stripe.com",
  );
  assert.equal(policy.get("default-src"), "'none'");
  assert.equal(policy.get("frame-ancestors"), "'none'");
  assert.equal(headers.get("cross-origin-embedder-policy"), "unsafe-none");
  assert.equal(headers.get("cross-origin-opener-policy"), "same-origin-allow-popups");
  assert.match(headers.get("permissions-policy") ?? "", /payment=\(self "https:\/\/js\.stripe/);
});

Deno.test("every other page stays closed to it", () => {
  const { headers } = secured(new Response("", { headers: HTML }), true);
  const all = [...headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  assert(!all.includes("stripe"));
  assert.equal(headers.get("cross-origin-embedder-policy"), "require-corp");
});
