// Requests that change something must come from our own pages and carry the session's token.
import assert from "node:assert/strict";
import { isOwnRequest } from "../../lib/http/middleware/same-origin.ts";
import { lookAtLink } from "../../lib/accounts/one-time-link.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { listDeadJobs } from "../../lib/kv/dead-jobs.ts";
import { aDeadJob } from "../support/dead-jobs.ts";
import { aLink, anOperator, testProduct } from "../support/operator.ts";
import { aStoredBooking } from "../support/trips.ts";

const OWN = ["https://avanti.example"];
const own = (headers: Record<string, string>) => isOwnRequest(new Headers(headers), OWN);

Deno.test("isOwnRequest() believes Sec-Fetch-Site, which no page can set", () => {
  assert.equal(own({ "sec-fetch-site": "same-origin" }), true);
  for (const site of ["cross-site", "same-site", "none", ""]) {
    assert.equal(own({ "sec-fetch-site": site, origin: "https://avanti.example" }), false, site);
  }
});

Deno.test("isOwnRequest() without Sec-Fetch-Site requires our own Origin", () => {
  assert.equal(own({ origin: "https://avanti.example" }), true);
  const foreign = [
    "null",
    "https://evil.example",
    "http://avanti.example",
    "https://avanti.example:1",
  ];
  for (const origin of foreign) assert.equal(own({ origin }), false, origin);
  assert.equal(own({}), false);
});

Deno.test("every form of an operator is refused without token, with another's, or from elsewhere", async () => {
  await using product = await testProduct();
  const { booking } = await aStoredBooking(product.services);
  const karin = await anOperator(product.services);
  const omar = await anOperator(product.services, "Omar");
  const send = (path: string, formToken: string | null, headers: Record<string, string>) =>
    fetch(product.origin + path, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: karin.cookie, ...headers },
      body: new URLSearchParams({
        ...(formToken === null ? {} : { formToken }),
        expectedVersion: "1",
        reason: "prov",
        fee: "0",
        action: "drop",
      }),
    });
  const same = { "sec-fetch-site": "same-origin" };
  const job = await aDeadJob(product.services);
  const forms = [
    ...[`/admin/bookings/${booking.id}/cancel`, "/sign-out", paths.adminJob(job.id)],
    ...[paths.adminPlaces(), paths.adminPlace("ullevi")],
  ];
  for (const path of forms) {
    const attempts: [string, string | null, Record<string, string>][] = [
      ["no token", null, same],
      ["another's token", omar.formToken, same],
      ["an empty token", "", same],
      ["a token cut short", karin.formToken.slice(0, -1), same],
      ["half a token", karin.formToken.slice(0, 23), same],
      ["no origin", karin.formToken, {}],
      ["origin null", karin.formToken, { origin: "null" }],
      ["foreign origin", karin.formToken, { origin: "https://evil.example" }],
      ["cross-site", karin.formToken, { "sec-fetch-site": "cross-site" }],
    ];
    for (const [name, token, headers] of attempts) {
      const response = await send(path, token, headers);
      await response.body?.cancel();
      assert.equal(response.status, 403, `${path}: ${name}`);
    }
  }
  assert.equal((await product.services.bookings.get(booking.id))?.booking.status, "confirmed");
  assert.equal(await product.services.sessions.look(karin.session.id) !== null, true);
  assert.equal((await listDeadJobs(product.services)).jobs.length, 1);
  const own = await send(`/admin/bookings/${booking.id}/cancel`, karin.formToken, {
    origin: product.origin,
  });
  assert.equal(own.status, 303);
});

Deno.test("commands of the API are refused without the token header or from elsewhere", async () => {
  await using product = await testProduct();
  const { booking } = await aStoredBooking(product.services);
  const { cookie, formToken } = await anOperator(product.services);
  const send = (headers: Record<string, string>, type = "application/json") =>
    fetch(`${product.origin}/api/admin/bookings/${booking.id}/commands`, {
      method: "POST",
      headers: { cookie, "content-type": type, ...headers },
      body: JSON.stringify({ type: "cancel", reason: "prov", feeOre: 0, expectedVersion: 1 }),
    });
  const same = { "sec-fetch-site": "same-origin" };
  const token = { "x-avanti-form-token": formToken };
  const { formToken: others } = await anOperator(product.services, "Omar");
  const wrong = [others, formToken.slice(0, -1), ""].map((text) => ({
    ...same,
    "x-avanti-form-token": text,
  }));
  const foreign = { ...token, "sec-fetch-site": "cross-site" };
  for (const headers of [{}, same, token, foreign, ...wrong]) {
    const response = await send(headers);
    assert.equal(response.status, 403, JSON.stringify(headers));
    // The board says what to do about a stale token; a foreign page is told nothing it can use.
    const isOurs = headers === same || wrong.some((one) => one === headers);
    assert.equal((await response.json()).code, isOurs ? "token-invalid" : "cross-origin");
  }
  const asText = await send({ ...same, ...token }, "text/plain");
  await asText.body?.cancel();
  assert.equal(asText.status, 415);
  const accepted = await send({ ...same, ...token });
  assert.equal(accepted.status, 200);
  assert.equal((await accepted.json()).status, "cancelled");
});

Deno.test("another site cannot use up a link", async () => {
  await using product = await testProduct();
  const token = await aLink(product.services, "Karin");
  const url = `${product.origin}/enter/${token}`;
  const foreign = await fetch(url, {
    method: "POST",
    headers: { origin: "https://evil.example" },
    redirect: "manual",
  });
  await foreign.body?.cancel();
  assert.equal(foreign.status, 403);
  for (const method of ["GET", "HEAD"]) await (await fetch(url, { method })).body?.cancel();
  assert.equal((await lookAtLink(product.services, token)).state, "usable");
});
