// What the product decides of a ride by itself has a record with its inputs, its rule and its version, and a person can be
// asked to look at it: by whoever has the ticket, without an account and without script.
import assert from "node:assert/strict";
import { lapseBooking } from "../../lib/booking/lapse-booking.ts";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { expireBooking, EXPIRES_AFTER_MS } from "../../lib/booking/expire-booking.ts";
import { formatMoney } from "../../lib/i18n/format.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { askForReview } from "../../lib/privacy/ask-for-review.ts";
import { REFUSAL_KINDS, REFUSAL_RULES } from "../../lib/security/refusal.ts";
import { DECISION_KINDS, DECISION_RULES, RECORDED_BY } from "../../lib/privacy/decision.ts";
import { decisionsOfBooking } from "../../lib/privacy/decisions-of-booking.ts";
import { filesBelow, ROOT } from "../support/module-graph.ts";
import { operatorOf } from "../support/operator-forms.ts";
import { testProduct } from "../support/operator.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";
import { Visitor } from "../support/visitor.ts";

const NUMBER = "811218-9876";
/** The day of the rule that keeps a vehicle, and its code. */
const VEHICLE_RULE = ["2026-11-28", "fc935d98ed099ed8"];

Deno.test("a booking records its price and its vehicle with what was looked at and the version of the rule", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const [price, vehicle, ...more] = decisionsOfBooking(
    await test.services.bookings.events(booking.id),
  );
  assert.deepEqual(more, []);
  assert.ok(price?.kind === "price" && vehicle?.kind === "vehicle");
  const { trip, createdAt } = booking;
  assert.deepEqual(
    [price.at, price.version, price.totalOre, price.distanceMeters, price.lines],
    [createdAt, trip.tariffVersion, trip.totalOre, trip.route.distanceMeters, trip.lines],
  );
  assert.deepEqual([vehicle.vehicleClass, vehicle.rule], [
    trip.vehicleClass,
    "lib/booking/reserve-vehicle.ts",
  ]);
});

Deno.test("the rule that keeps a vehicle and its day change together: a new rule under the day of the old one is seen", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const vehicle = decisionsOfBooking(await test.services.bookings.events(booking.id))
    .find(({ kind }) => kind === "vehicle");
  const text = await Deno.readTextFile(ROOT + DECISION_RULES.vehicle);
  const code = text.split("\n").map((line) => line.trim())
    .filter((line) => !/^(\/\/|\/?\*|import\b)/.test(line)).join("");
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
  // Whoever changes the rule gives VEHICLE_RULE the day from which it holds, and writes both here.
  assert.deepEqual([vehicle?.version, new Uint8Array(digest).toHex().slice(0, 16)], VEHICLE_RULE);
});

Deno.test("a late cancellation records how late it was and what that costs, one by an operator nothing", async () => {
  await using test = await testServices();
  const { booking, link } = await aStoredBooking(test.services);
  const pickupMs = Date.parse(booking.trip.pickup.instant);
  test.clock.advance({
    milliseconds: pickupMs - 30 * 60_000 - test.clock.now().epochMilliseconds,
  });
  const expectedFeeOre = Math.floor(booking.trip.totalOre / 200) * 100;
  await cancelBooking(test.services, { link, reason: "", expectedFeeOre });
  const events = await test.services.bookings.events(booking.id);
  const fee = decisionsOfBooking(events).at(-1);
  assert.ok(fee?.kind === "cancellation-fee");
  assert.deepEqual(
    [fee.minutesBefore, fee.freeUntilMinutes, fee.fee, fee.feeOre, fee.version],
    [30, 60, { kind: "percent", percent: 50 }, expectedFeeOre, "2020-01-01"],
  );
  const byOperator = events.map((event) =>
    event.type === "cancelled" ? { ...event, by: "operator" as const } : event
  );
  assert.deepEqual(decisionsOfBooking(byOperator).map(({ kind }) => kind), ["price", "vehicle"]);
});

Deno.test("a ride nobody served records that it is over", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const pickupMs = Date.parse(booking.trip.pickup.instant);
  test.clock.advance({
    milliseconds: pickupMs + EXPIRES_AFTER_MS - test.clock.now().epochMilliseconds,
  });
  await expireBooking(test.services, booking.id);
  const last = decisionsOfBooking(await test.services.bookings.events(booking.id)).at(-1);
  assert.deepEqual(last?.kind === "expiry" && [last.afterMinutes, last.version], [120, "120 min"]);
});

Deno.test("a booking nobody paid in time records that its car was let go", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services, { method: "card" });
  test.clock.advance({ minutes: 15 });
  await lapseBooking(test.services, booking.id);
  const last = decisionsOfBooking(await test.services.bookings.events(booking.id)).at(-1);
  assert.deepEqual(last?.kind === "lapse" && [last.afterMinutes, last.version], [15, "15 min"]);
});

Deno.test("every kind is recorded by an event, has a rule that is a file, and words in both languages", () => {
  const recorded = new Set(Object.values(RECORDED_BY).flat());
  assert.deepEqual([...recorded].sort(), [...DECISION_KINDS].sort());
  assert.deepEqual(Object.keys(DECISION_RULES).sort(), [...DECISION_KINDS].sort());
  const files = new Set(filesBelow("lib"));
  const rules = [...Object.values(DECISION_RULES), ...Object.values(REFUSAL_RULES)];
  for (const rule of rules) assert.ok(files.has(rule), rule);
  for (const locale of LOCALES) {
    const { kinds } = textsFor(locale).decisions;
    assert.deepEqual(Object.keys(kinds).sort(), [...DECISION_KINDS, ...REFUSAL_KINDS].sort());
  }
});

Deno.test("whatever a job or a rule does to a booking by itself is a decision with a record", async () => {
  // The commands of no person, and the amounts nobody typed, are found in the sources of the room.
  const found = new Set<string>();
  for (const path of filesBelow("lib/booking")) {
    const text = await Deno.readTextFile(ROOT + path);
    for (
      const [, type = ""] of text.matchAll(
        /command: \{ type: "([a-z-]+)" \},\s*meta: \{[^}]*"system"/g,
      )
    ) {
      found.add(type);
    }
    for (const [, rule = ""] of text.matchAll(/= (noShowFee|previewCancellation)\(booking/g)) {
      found.add(rule);
    }
  }
  const known: Record<string, readonly string[]> = {
    expire: RECORDED_BY.expired,
    lapse: RECORDED_BY.lapsed,
    noShowFee: RECORDED_BY["no-show"],
    previewCancellation: RECORDED_BY.cancelled,
  };
  assert.deepEqual([...found].sort(), Object.keys(known).sort());
  for (const [act, kinds] of Object.entries(known)) assert.ok(kinds.length > 0, act);
});

Deno.test("whoever has a ticket reads how it was decided, and asks for a person once; a second wish stands beside the first", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { booking, link } = await aStoredBooking(services);
  const visitor = new Visitor(product);
  for (const locale of LOCALES) {
    const { decisions: texts } = textsFor(locale);
    const { html } = await visitor.get(`${paths.bookingDecisions(link)}?lang=${locale}`);
    assert.ok(html.includes(texts.kinds.price) && html.includes(texts.kinds.vehicle));
    const total = formatMoney(locale, booking.trip.totalOre);
    assert.ok(html.replaceAll("&nbsp;", "\u00a0").includes(total), total);
    assert.ok(
      (await visitor.get(`${paths.booking(link)}?lang=${locale}`)).html.includes(texts.link),
    );
  }
  await visitor.get(`${paths.home()}?lang=sv`);
  const ask = (fields: Record<string, string>) =>
    visitor.post(paths.bookingDecisions(link), fields);
  assert.equal((await ask({ decision: "7", words: "" })).status, 422);
  assert.equal((await ask({ decision: "0", words: `Anna ${NUMBER}` })).status, 422);
  assert.equal((await ask({ decision: "0", words: "x".repeat(1_900) })).status, 422);
  assert.deepEqual(await services.requests.open(), []);
  const asked = await ask({ decision: "0", words: "Vi var bara två" });
  assert.equal(asked.location, paths.bookingDecisions(link, { done: "asked" }));
  await ask({ decision: "1", words: "" });
  const [request, ...others] = await services.requests.open();
  assert.deepEqual(others, []);
  assert.ok(request?.type === "review" && request.state === "identity-unverified");
  assert.match(request.wish, /^Bokning .{7}: Priset, 2026-11-23 \d\d:\d\d\.\nVi var bara två$/s);
  const events = await services.requests.events(request.id);
  assert.deepEqual(events.map(({ type }) => type), ["received", "note"]);
  assert.match(events.at(-1)?.text ?? "", /Vilken bil som hålls/);
});

Deno.test("who sends the same wish twice has it once", async () => {
  await using test = await testServices();
  const { booking } = await aStoredBooking(test.services);
  const reach = { kind: "phone", at: booking.contact.phone } as const;
  const asked = {
    subject: { kind: "guest", reach },
    locale: "sv",
    about: "Priset",
    words: "",
  } as const;
  const ask = () => askForReview(test.services, { ...asked, identity: null });
  const [first, second] = [await ask(), await ask()];
  assert.deepEqual([first.kind, second.kind], ["created", "duplicate"]);
  assert.deepEqual(
    (await test.services.requests.events(first.request.id)).map(({ type }) => type),
    ["received"],
  );
});

Deno.test("the staff find a review in their queue, and what stands against its person takes two of them", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { link } = await aStoredBooking(services);
  await new Visitor(product).post(paths.bookingDecisions(link), { decision: "0", words: "" });
  const [request] = await services.requests.open();
  assert.ok(request);
  const texts = textsFor("sv").dataRequests;
  const { read, send } = await operatorOf(product.test, "Hanna", "data-protection-officer");
  assert.ok((await read(paths.adminDataRequests())).html.includes(texts.types.review));
  const at = paths.adminDataRequest(request.id);
  await send(at, { act: "verify" });
  await send(at, { act: "propose-refusal", text: "Taxan är rätt läst" });
  assert.equal((await send(at, { act: "refuse" })).status, 403);
  const second = await operatorOf(product.test, "Nils", "data-protection-officer");
  assert.equal((await second.send(at, { act: "refuse" })).status, 303);
  assert.equal((await services.requests.get(request.id))?.request.state, "refused");
});
