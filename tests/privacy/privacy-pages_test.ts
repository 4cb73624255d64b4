// The pages of somebody's own data over the real app: of a person, of a guest, and of nobody else.
import assert from "node:assert/strict";
import { changePerson } from "../../lib/accounts/change-person.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { MAX_REQUEST_TEXT } from "../../lib/privacy/data-request.ts";
import { PASSWORD, withPassword } from "../support/accounts.ts";
import { lastCode, noticesOf } from "../support/notices.ts";
import { type TestProduct, testProduct } from "../support/operator.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";
import { tokenIn, Visitor } from "../support/visitor.ts";

const { privacyCentre: texts, fieldErrors, dataPurposes: purposes } = textsFor("sv");

async function signedIn(product: TestProduct, name: string, phone = "") {
  const person = await withPassword(product.services, name, "customer");
  const { id, email } = person;
  const command = { type: "reach", email, phone } as const;
  await changePerson(product.services, { id, command }, { kind: "server" });
  const visitor = new Visitor(product);
  await visitor.post(paths.signIn(), { email, password: PASSWORD });
  const formToken = tokenIn((await visitor.get(paths.privacyCentre())).html);
  assert(formToken);
  const send = (fields: Record<string, string>) =>
    visitor.post(paths.privacyCentre(), { formToken, ...fields });
  return { person, visitor, send };
}

async function guest(product: TestProduct, phone = MAJA.phone) {
  const visitor = new Visitor(product);
  const asked = await visitor.get(paths.guestPrivacy());
  assert.equal(asked.location, paths.signInSend({ next: paths.guestPrivacy() }));
  await visitor.post(paths.signInSend(), { reach: phone, next: paths.guestPrivacy() });
  const code = await lastCode(product.services);
  const shown = await visitor.post(paths.signInSent(), { code, next: paths.guestPrivacy() });
  assert.equal(shown.location, paths.guestPrivacy());
  const send = (fields: Record<string, string>) => visitor.post(paths.guestPrivacy(), fields);
  return { visitor, send };
}

Deno.test("a person sees what there is, corrects their name, and nothing without the session's token", async () => {
  await using product = await testProduct();
  const { person, visitor, send } = await signedIn(product, "Maja", MAJA.phone);
  const { html, headers } = await visitor.get(paths.privacyCentre());
  assert.equal(headers.get("cache-control"), "no-store");
  for (const words of [person.email, texts.none, purposes.of.reminders.title]) {
    assert(html.includes(words), words);
  }
  assert(!html.includes(purposes.of.data_processing.title), "nobody has asked it");
  const bare = await visitor.post(paths.privacyCentre(), { act: "rename", name: "Eva" });
  assert.equal(bare.status, 403);
  const empty = await send({ act: "rename", name: " " });
  assert.equal(empty.status, 422);
  assert(empty.html.includes(fieldErrors.personNameMissing));
  const renamed = await send({ act: "rename", name: "Maja Öberg" });
  assert.equal(renamed.location, paths.privacyCentre({ done: "renamed" }));
  assert((await visitor.get(renamed.location ?? "")).html.includes("Maja Öberg"));
  assert.equal((await send({ act: "nothing" })).status, 422);
});

Deno.test("an erasure asks for a fresh proof: a stolen session alone gets none, and nobody is told of one", async () => {
  await using product = await testProduct();
  const { send, visitor } = await signedIn(product, "Maja");
  product.test.clock.advance({ minutes: 11 });
  const stale = await send({ act: "ask", type: "erasure", wish: "" });
  assert.equal(stale.location, paths.signInConfirm({ next: paths.privacyCentre() }));
  assert.deepEqual(await product.services.requests.open(), []);
  const formToken = tokenIn((await visitor.get(paths.signInConfirm())).html);
  const next = paths.privacyCentre();
  await visitor.post(paths.signInConfirm(), { formToken, next, password: PASSWORD });
  const asked = await send({ act: "ask", type: "erasure", wish: "" });
  assert.equal(asked.location, paths.privacyCentre({ done: "asked" }));
  const again = await send({ act: "ask", type: "erasure", wish: "" });
  assert.equal(again.location, paths.privacyCentre({ done: "asked-before" }));
  const [request, ...others] = await product.services.requests.open();
  assert.deepEqual([request?.type, request?.state, others.length], ["erasure", "pending", 0]);
  const { html } = await visitor.get(paths.privacyCentre());
  assert(html.includes(texts.states.pending) && html.includes("23 december"), "with its due day");
  const told = (await noticesOf(product.services)).filter(({ kind }) => kind === "data-request");
  assert.equal(told.length, 1);
});

Deno.test("what is missing or too long is said at its field, and what was written is still there", async () => {
  await using product = await testProduct();
  const { send } = await signedIn(product, "Maja");
  const nothing = await send({ act: "ask" });
  assert.equal(nothing.status, 422);
  assert(nothing.html.includes(fieldErrors.requestTypeMissing));
  assert(
    nothing.html.includes('href="#type-choice-0"') && nothing.html.includes('id="type-choice-0"'),
  );
  const wordless = await send({ act: "ask", type: "objection", wish: " " });
  assert(wordless.html.includes(fieldErrors.wishMissing));
  const long = "x".repeat(MAX_REQUEST_TEXT + 1);
  const tooLong = await send({ act: "ask", type: "objection", wish: long });
  assert.equal(tooLong.status, 422);
  assert(tooLong.html.includes(fieldErrors.wishTooLong(MAX_REQUEST_TEXT)));
  assert(tooLong.html.includes(long));
  assert.deepEqual(await product.services.requests.open(), []);
});

Deno.test("a request is taken back and a question answered by who asked, and by nobody else", async () => {
  await using product = await testProduct();
  const { services } = product;
  const maja = await signedIn(product, "Maja");
  const eva = await signedIn(product, "Eva");
  await maja.send({ act: "ask", type: "rectification", wish: "Fel namn på resan" });
  const [request] = await services.requests.open();
  assert(request);
  for (const act of ["cancel", "answer"]) {
    const nobodysId = "01KAQ0000000000000000000ZZ";
    const answers = { [`answer-${request.id}`]: "Ja", [`answer-${nobodysId}`]: "Ja" };
    const foreign = await eva.send({ act, request: request.id, ...answers });
    const nobodys = await eva.send({ act, request: nobodysId, ...answers });
    assert.deepEqual([foreign.status, nobodys.status], [404, 404]);
  }
  assert(!(await eva.visitor.get(paths.privacyCentre())).html.includes("Fel namn"));
  const staff = { kind: "staff", id: "eva", name: "Eva" } as const;
  await services.changeRequest(request.id, { type: "ask", question: "Vilken resa?" }, staff);
  assert((await maja.visitor.get(paths.privacyCentre())).html.includes("Vilken resa?"));
  const silent = await maja.send({ act: "answer", request: request.id });
  assert(silent.html.includes(fieldErrors.wishMissing));
  const field = `answer-${request.id}`;
  const answered = await maja.send({
    act: "answer",
    request: request.id,
    [field]: "Den i fredags",
  });
  assert.equal(answered.location, paths.privacyCentre({ done: "answered" }));
  assert.equal((await services.requests.get(request.id))?.request.answer, "Den i fredags");
  const cancelled = await maja.send({ act: "cancel", request: request.id });
  assert.equal(cancelled.location, paths.privacyCentre({ done: "cancelled" }));
  assert.equal((await services.requests.get(request.id))?.request.state, "cancelled");
});

Deno.test("saying no takes the same one press as saying yes, in the same place, and counts at once", async () => {
  await using product = await testProduct();
  const { send, visitor } = await signedIn(product, "Maja");
  const form = /<form[^>]*>(?:(?!<\/form>).)*name="purpose" value="reminders".*?<\/form>/s;
  const before = form.exec((await visitor.get(paths.privacyCentre())).html)?.[0] ?? "";
  const given = await send({ act: "give", purpose: "reminders" });
  assert.equal(given.location, paths.privacyCentre({ done: "consented" }));
  const after = form.exec((await visitor.get(paths.privacyCentre())).html)?.[0] ?? "";
  const presses = (html: string) =>
    html.match(/<(button|a|input(?![^>]*hidden)|select)\b/g)?.length;
  assert.equal(presses(before), 1);
  assert.equal(presses(after), 1);
  assert(before.includes('value="give"') && after.includes('value="withdraw"'));
  const withdrawn = await send({ act: "withdraw", purpose: "reminders" });
  assert.equal(withdrawn.location, paths.privacyCentre({ done: "withdrawn" }));
  assert.equal((await send({ act: "give", purpose: "rides" })).status, 422);
});

Deno.test("a guest shows a number by a code, and asks for what is booked with it; erasure wants a fresh code", async () => {
  await using product = await testProduct();
  await aStoredBooking(product.services);
  const { visitor, send } = await guest(product);
  const { html } = await visitor.get(paths.guestPrivacy());
  assert(html.includes(texts.kept) === false && html.includes(texts.ask));
  assert.equal((await send({ act: "rename", name: "Eva" })).status, 404, "there is no account");
  const asked = await send({ act: "ask", type: "restriction", wish: "Pausa" });
  assert.equal(asked.location, paths.guestPrivacy({ done: "asked" }));
  product.test.clock.advance({ minutes: 11 });
  const stale = await send({ act: "ask", type: "erasure", wish: "" });
  assert.equal(stale.location, paths.signInSend({ next: paths.guestPrivacy() }));
  const types = (await product.services.requests.open()).map(({ type }) => type);
  assert.deepEqual(types, ["restriction"]);
  product.test.clock.advance({ hours: 24 });
  const over = await visitor.get(paths.guestPrivacy());
  assert.equal(over.location, paths.signInSend({ next: paths.guestPrivacy() }));
});

Deno.test("a guest without bookings meets the same page as one whose bookings nobody outside was told of", async () => {
  await using product = await testProduct();
  await aStoredBooking(product.services);
  const known = await guest(product, MAJA.phone);
  const unknown = await guest(product, "+46701740699");
  const bare = async (visitor: Visitor) =>
    (await visitor.get(paths.guestPrivacy())).html
      .replaceAll(/\+?[\d\s\u00a0-]{8,}/g, "").replaceAll(/nonce="[^"]+"/g, "");
  assert.equal(await bare(known.visitor), await bare(unknown.visitor));
});

Deno.test("who is signed in is sent from the guests' page to their own, and nobody without a proof sees one", async () => {
  await using product = await testProduct();
  const { visitor } = await signedIn(product, "Maja");
  assert.equal((await visitor.get(paths.guestPrivacy())).location, paths.privacyCentre());
  const stranger = new Visitor(product);
  const sent = await stranger.post(paths.guestPrivacy(), { act: "ask", type: "erasure" });
  assert.equal(sent.location, paths.signInSend({ next: paths.guestPrivacy() }));
  const nobody = await stranger.get(paths.privacyCentre());
  assert.equal(nobody.location, paths.signIn({ next: paths.privacyCentre() }));
});

Deno.test("while an erasure is carried out it is not asked for twice nor taken back, and the page still answers", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { send, visitor } = await signedIn(product, "Maja");
  await send({ act: "ask", type: "erasure", wish: "" });
  const [request] = await services.requests.open();
  assert(request);
  const before = await visitor.get(paths.privacyCentre());
  assert(before.html.includes('value="cancel"'));
  await services.changeRequest(request.id, { type: "begin" }, { kind: "system" });
  const again = await send({ act: "ask", type: "erasure", wish: "" });
  assert.equal(again.location, paths.privacyCentre({ done: "asked-before" }));
  const { html } = await visitor.get(paths.privacyCentre());
  assert(html.includes(texts.states["in-progress"]) && !html.includes('value="cancel"'));
  // A tab that was opened before still has the button.
  assert.equal((await send({ act: "cancel", request: request.id })).status, 422);
  assert.equal((await services.requests.get(request.id))?.request.state, "in-progress");
});
