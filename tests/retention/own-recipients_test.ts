// Who outside has something of somebody, on the page of their own data: by name, with when, and for nobody but them. Planted once
// and seen red: a payment nothing was asked of that counts, a link to another account's provider that is left out.
import assert from "node:assert/strict";
import { changePerson } from "../../lib/accounts/change-person.ts";
import { readRoomFeeds } from "../../lib/assembly/work.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { addPayment } from "../../lib/payments/payment-store.ts";
import { paymentId } from "../../lib/payments/payment.ts";
import { visitorOfGuest } from "../../lib/privacy/visitor.ts";
import { type KnownRecipient, knownRecipients } from "../../lib/retention/own-recipients.ts";
import { PASSWORD, withPassword } from "../support/accounts.ts";
import { mailSetting } from "../support/mail-setting.ts";
import { type TestProduct, testProduct } from "../support/operator.ts";
import { ELSA, keptChannel, tell } from "../support/outbox.ts";
import { aPayment } from "../support/payments.ts";
import { stripeEnvironment } from "../support/stripe.ts";
import { anEndpointOf } from "../support/subscribers.ts";
import { aStoredBooking } from "../support/trips.ts";
import { Visitor } from "../support/visitor.ts";

const { privacyCentre: texts, purposes: { wayOut } } = textsFor("sv");
const AGREEMENTS = [
  { host: "hooks.shop.se", name: "Skyltfönstret AB", country: "SE", transfer: "eea" },
  { host: "127.0.0.1", name: "Brevbäraren AB", country: "SE", transfer: "eea" },
  { host: "api.stripe.com", name: "Stripe", country: "IE", transfer: "eea" },
].map((one) => ({ ...one, contractDate: "2026-01-02" }));

Deno.test("the page names who has something of its person and since when", async () => {
  await using product = await anOpenProduct();
  await aRide(product);
  const { html } = await (await signedIn(product)).get(paths.privacyCentre());
  const section = /<section[^>]*id="recipients".*?<\/section>/s.exec(html)?.[0] ?? "";
  for (const recipient of ["subscriber", "mail", "payments", "provider"] as const) {
    assert(section.includes(wayOut[recipient]), recipient);
  }
  for (const { name } of AGREEMENTS) assert(section.includes(name), name);
  for (const host of ["hooks.shop.se", "accounts.google.com", "127.0.0.1"]) {
    assert(section.includes(host), host);
  }
  for (const day of ["måndag 23 november", "fredag 20 november"]) {
    assert(section.includes(texts.handed(1, day, day)), day);
  }
  assert(!section.includes(wayOut.sms), "no gateway is set up");
});

Deno.test("each is there once however many rides it was told of, nobody sees those of another, and a payment nothing was asked of is handed to nobody", async () => {
  await using product = await anOpenProduct();
  const { services } = product;
  const none = await recipientsOfPhone(product, ELSA.phone);
  assert.deepEqual(none, []);
  await aRide(product);
  await aRide(product, { asked: false });
  const counts = (await recipientsOfPhone(product, ELSA.phone)).map(({ recipient, count }) =>
    `${recipient} ${count}`
  );
  assert.deepEqual(counts, ["subscriber 2", "mail 2", "payments 1"]);
  assert.deepEqual(await recipientsOfPhone(product, "+46701740699"), []);
  assert.deepEqual(await services.requests.open(), [], "reading writes nothing");
});

async function anOpenProduct(): Promise<TestProduct> {
  const product = await testProduct({
    environment: {
      ...mailSetting(25),
      AVANTI_AGREEMENTS: JSON.stringify(AGREEMENTS),
      ...stripeEnvironment("https://api.stripe.com"),
      AVANTI_GOOGLE_CLIENT_ID: "google",
      AVANTI_GOOGLE_CLIENT_SECRET: "secret",
    },
  });
  Object.assign(product.services, { channels: [keptChannel("mail")] });
  await readRoomFeeds(product.services);
  await anEndpointOf(product.services);
  return product;
}

/** A ride of Elsa's that has been confirmed by mail, with a payment. */
async function aRide({ services, test }: TestProduct, { asked = true } = {}) {
  const { booking } = await aStoredBooking(services, { contact: ELSA });
  await tell(test, 60);
  const { provider, ...payment } = aPayment({ bookingId: booking.id });
  const at = services.clock.now().toString();
  await commitWithRetry(services.db, (tx) => {
    addPayment(tx, {
      ...payment,
      id: paymentId(asked ? "01KA0000000000000000000PAY" : "01KA0000000000000000001PAY"),
      provider: { ...provider, customerId: asked ? "cus_1" : null },
      ...{ openedAt: at, changedAt: at },
    });
    return Promise.resolve();
  });
  return booking;
}

async function recipientsOfPhone({ services }: TestProduct, at: string): Promise<KnownRecipient[]> {
  const provenAt = services.clock.now().toString();
  const reach = { kind: "phone", at } as const;
  return await knownRecipients(services, await visitorOfGuest(services, { reach, provenAt }), []);
}

/** Elsa, whose account is linked to one at Google's. */
async function signedIn(product: TestProduct): Promise<Visitor> {
  const { services } = product;
  const { id, email } = await withPassword(services, "Elsa", "customer");
  const command = { type: "reach", email, phone: ELSA.phone } as const;
  await changePerson(services, { id, command }, { kind: "server" });
  await commitWithRetry(services.db, (tx) => {
    const linkedAt = "2026-11-20T08:00:00Z";
    services.identities.add(tx, "mark", { personId: id, source: "google", address: "", linkedAt });
    return Promise.resolve();
  });
  const visitor = new Visitor(product);
  await visitor.post(paths.signIn(), { email, password: PASSWORD });
  return visitor;
}
