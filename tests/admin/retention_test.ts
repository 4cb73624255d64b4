// The page of retention: who may see it, what it says, what a form changes.
import assert from "node:assert/strict";
import { FORM_TOKEN_FIELD } from "../../lib/accounts/form-token-names.ts";
import { makeFormToken } from "../../lib/accounts/form-token.ts";
import { loadRetention } from "../../lib/board/retention-page.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { nextPage } from "../../lib/retention/run-retention.ts";
import { anOperator, type TestProduct, testProduct } from "../support/operator.ts";
import { aStoredBooking } from "../support/trips.ts";

Deno.test("the page says every rule and the last night, in both languages", async () => {
  await using product = await testProduct();
  while (await nextPage(product.services) !== "idle");
  const { cookie } = await anOperator(product.services);
  for (const locale of LOCALES) {
    const text = await page(product, `${cookie}; avanti-locale=${locale}`);
    const words = textsFor(locale).retention;
    for (const { name } of Object.values(words.rules)) assert.ok(text.includes(name), name);
    assert.ok(text.includes(words.done) && text.includes("7 kap. 2 §"));
  }
});

Deno.test("a booking is kept back by its code and let go again; without a reason it is not", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { booking } = await aStoredBooking(services);
  const send = await sender(product);
  const refused = await send({ act: "hold", reference: booking.reference, reason: " " });
  assert.equal(refused.status, 422);
  const nobody = await send({ act: "hold", reference: "ZZZZZZ", reason: "ARN" });
  assert.equal(nobody.status, 422);
  const done = await send({ act: "hold", reference: booking.reference, reason: "ARN 2026-1" });
  assert.equal(done.status, 303);
  assert.deepEqual([...await services.retentionStore.heldBookings()], [booking.id]);
  assert.equal((await send({ act: "release", booking: booking.id })).status, 303);
  assert.deepEqual([...await services.retentionStore.heldBookings()], []);
});

Deno.test("a trial shows what would go and leaves it there", async () => {
  await using product = await testProduct({ now: "2026-11-23T05:00:00Z" });
  const { services, test } = product;
  const { booking } = await aStoredBooking(services, { wallTime: "2026-11-24T09:00" });
  test.clock.set("2028-11-25T05:00:00Z");
  const send = await sender(product);
  const answer = await send({ act: "try" });
  assert.equal(answer.status, 200);
  assert.ok((await answer.text()).includes(textsFor("sv").retention.trialTitle));
  assert.notEqual((await services.bookings.get(booking.id))?.booking.contact.name, "");
});

Deno.test("whoever only looks is offered no form", async () => {
  await using product = await testProduct();
  const { session } = await anOperator(product.services);
  const may = await loadRetention(product.services, session);
  const looks = await loadRetention(product.services, {
    ...session,
    rights: ["see-data-requests"],
  });
  assert.deepEqual([may.manages, looks.manages], [true, false]);
  assert.ok(may.rules.every(({ families }) => families.length > 0));
});

async function page({ origin }: TestProduct, cookie: string): Promise<string> {
  const answer = await fetch(origin + paths.adminRetention(), { headers: { cookie } });
  assert.equal(answer.status, 200);
  return await answer.text();
}

async function sender({ origin, services }: TestProduct) {
  const { session, cookie } = await anOperator(services);
  return async (fields: Record<string, string>) => {
    const token = await makeFormToken(session, services.randomBytes);
    const body = new URLSearchParams({ [FORM_TOKEN_FIELD]: token, ...fields });
    const headers = { cookie, origin };
    const redirect = "manual";
    return await fetch(origin + paths.adminRetention(), {
      method: "POST",
      body,
      headers,
      redirect,
    });
  };
}
