// Somebody's own rides over the real app: of a person, of a guest, and of nobody else.
import assert from "node:assert/strict";
import { changePerson } from "../../lib/accounts/change-person.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { PASSWORD, withPassword } from "../support/accounts.ts";
import { lastCode } from "../support/notices.ts";
import { type TestProduct, testProduct } from "../support/operator.ts";
import { aQuote, aStoredBooking, MAJA } from "../support/trips.ts";
import { tokenIn, Visitor } from "../support/visitor.ts";

const { rides } = textsFor("sv");

async function signedIn(product: TestProduct, name: string, phone = "") {
  const person = await withPassword(product.services, name, "customer");
  const { id, email } = person;
  const command = { type: "reach", email, phone } as const;
  await changePerson(product.services, { id, command }, { kind: "server" });
  const visitor = new Visitor(product);
  const entered = await visitor.post(paths.signIn(), { email, password: PASSWORD });
  assert.equal(entered.location, paths.rides());
  return visitor;
}

async function book(services: Services, visitor: Visitor, phone = MAJA.phone): Promise<string> {
  const quote = await aQuote(services);
  const sent = await visitor.post(paths.bookings(), {
    ...{ quoteId: quote.id, vehicleClass: "standard", name: "Maja", phone },
    ...{ email: "", flightNumber: "", note: "", idempotencyKey: crypto.randomUUID() },
  });
  assert.equal(sent.status, 303, sent.html);
  return sent.location ?? "";
}

Deno.test("what somebody books while signed in is among their rides, and among nobody else's", async () => {
  await using product = await testProduct();
  const maja = await signedIn(product, "Maja");
  const eva = await signedIn(product, "Eva");
  assert((await maja.get(paths.rides())).html.includes(rides.none));
  const ticket = await book(product.services, maja);
  const { html, headers } = await maja.get(paths.rides());
  assert(html.includes(`href="${ticket}"`) && html.includes(rides.upcoming));
  assert(html.includes("Landvetter") && html.includes(rides.again));
  assert.equal(headers.get("cache-control"), "no-store");
  assert(!(await eva.get(paths.rides())).html.includes(ticket));
  const nobody = await new Visitor(product).get(paths.rides());
  assert.equal(nobody.location, paths.signIn({ next: paths.rides() }));
});

Deno.test("what was booked as a guest with a number of theirs is offered, and taken over by a press", async () => {
  await using product = await testProduct();
  const { link } = await aStoredBooking(product.services);
  const maja = await signedIn(product, "Maja", MAJA.phone);
  const eva = await signedIn(product, "Eva");
  assert(!(await eva.get(paths.rides())).html.includes(rides.takeOverButton));
  const offered = await maja.get(paths.rides());
  assert(offered.html.includes(rides.takeOver(1)) && !offered.html.includes(link));
  const bare = await maja.post(paths.rides(), {});
  assert.equal(bare.status, 403, "not without the session's token");
  const taken = await maja.post(paths.rides(), { formToken: tokenIn(offered.html) });
  assert.equal(taken.location, paths.rides({ done: "taken-over" }));
  const after = await maja.get(taken.location ?? "");
  assert(after.html.includes(link) && after.html.includes(rides.takenOver));
  assert(!after.html.includes(rides.takeOverButton));
});

Deno.test("a guest who shows a number sees what was booked with it, in that browser alone", async () => {
  await using product = await testProduct();
  const { link } = await aStoredBooking(product.services);
  const other = await aStoredBooking(product.services, {
    contact: { ...MAJA, phone: "+46701740606" },
  });
  const guest = new Visitor(product);
  const asked = await guest.get(paths.myBookings());
  assert.equal(asked.location, paths.signInSend({ next: paths.myBookings() }));
  await guest.post(paths.signInSend(), { reach: MAJA.phone });
  const code = await lastCode(product.services);
  const shown = await guest.post(paths.signInSent(), { code });
  assert.deepEqual([shown.status, shown.location], [303, paths.myBookings()]);
  const { html, headers } = await guest.get(paths.myBookings());
  assert(html.includes(link) && !html.includes(other.link));
  assert(headers.get("cache-control")?.startsWith("private"));
  assert.equal((await new Visitor(product).get(paths.myBookings())).status, 303);
});

Deno.test("who is signed in finds name, number and address filled in, and a guest finds nothing", async () => {
  await using product = await testProduct();
  const maja = await signedIn(product, "Maja", MAJA.phone);
  const quote = await aQuote(product.services);
  const { html } = await maja.get(paths.quote(quote.id));
  for (const known of ["Maja", "070-123 45 67", "maja@avanti.example"]) {
    assert(html.includes(`value="${known}"`), known);
  }
  const guest = await new Visitor(product).get(paths.quote(quote.id));
  assert(!guest.html.includes("maja@avanti.example"));
});
