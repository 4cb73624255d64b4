// Data requests are taken down once, move on, and whoever they are about is told of it.
import assert from "node:assert/strict";
import { REQUEST_NEWS } from "../../lib/accounts/account-notice.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { noticeLetter, noticeLine } from "../../lib/messages/notice-letter.ts";
import { changeOwnRequest } from "../../lib/privacy/change-data-request.ts";
import { createDataRequest, REQUEST_LIMIT } from "../../lib/privacy/create-data-request.ts";
import { DATA_REQUEST_TYPES } from "../../lib/privacy/data-request.ts";
import { markOf } from "../../lib/privacy/request-subject.ts";
import { noticesOf } from "../support/notices.ts";
import { aPerson } from "../support/operator.ts";
import { refusedWith } from "../support/refusal.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

const EVA = { kind: "staff", id: "eva", name: "Eva" } as const;
const OLE = { kind: "staff", id: "ole", name: "Ole" } as const;
const SYSTEM = { kind: "system" } as const;

Deno.test("a request of somebody signed in waits, due in a month, and every channel of theirs is told", async () => {
  await using test = await testServices();
  const { services } = test;
  const person = await aPerson(services, "Maja", "customer");
  const { kind, request } = await ask(services, person.id);
  assert.deepEqual([kind, request.state, request.dueOn], ["created", "pending", "2026-12-23"]);
  assert.equal(request.contact.email, person.email);
  assert.deepEqual((await services.requests.get(request.id))?.request, request);
  assert.deepEqual((await services.requests.events(request.id)).map(({ type }) => type), [
    "received",
  ]);
  const [notice] = await requestNotices(services);
  assert.deepEqual([notice?.what, notice?.to.mail], ["received", person.email]);
});

Deno.test("who asks twice, also at once in two tabs, has one request and is told of it once", async () => {
  await using test = await testServices();
  const { services } = test;
  const person = await aPerson(services, "Maja", "customer");
  const both = await Promise.all([ask(services, person.id), ask(services, person.id)]);
  assert.deepEqual(both.map(({ kind }) => kind).sort(), ["created", "duplicate"]);
  assert.equal(both[0].request.id, both[1].request.id);
  assert.equal((await services.requests.open()).length, 1);
  assert.equal((await requestNotices(services)).length, 1);
  const other = await createDataRequest(services, {
    ...{ type: "access", locale: "sv", identity: "fresh-proof" },
    subject: { kind: "person", personId: person.id },
  });
  assert.equal(other.kind, "created");
});

Deno.test("after it is over the same may be asked for again, so often an hour", async () => {
  await using test = await testServices();
  const { services } = test;
  const person = await aPerson(services, "Maja", "customer");
  for (let i = 0; i < REQUEST_LIMIT.most; i++) {
    const { kind, request } = await ask(services, person.id);
    assert.equal(kind, "created");
    await services.changeRequest(request.id, { type: "cancel" }, { kind: "subject" });
  }
  await assert.rejects(ask(services, person.id), refusedWith("too-many-tries"));
  assert.deepEqual(await services.requests.open(), []);
});

Deno.test("a guest is told where they showed it, and by the other way of their newest booking", async () => {
  await using test = await testServices();
  const { services } = test;
  await aStoredBooking(services);
  await createDataRequest(services, {
    ...{ type: "access", locale: "sv", identity: "guest-code" },
    subject: { kind: "guest", reach: { kind: "phone", at: MAJA.phone } },
  });
  const [notice] = await requestNotices(services);
  assert.deepEqual(notice?.to, { mail: MAJA.email, phone: MAJA.phone });
});

Deno.test("an erasure of somebody who is erased is taken down all the same, and tells nobody", async () => {
  await using test = await testServices();
  const { kind, request } = await ask(test.services, "01KAQ0000000000000000000ZZ");
  assert.equal(kind, "created");
  assert.deepEqual(request.contact, { name: "", email: "", phone: "" });
  assert.deepEqual(await requestNotices(test.services), []);
});

Deno.test("a request is found by whose it is, by when it is due, and in the order they came", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const maja = await aPerson(services, "Maja", "customer");
  const { request: first } = await ask(services, maja.id);
  clock.advance({ hours: 30 });
  const olle = await aPerson(services, "Olle", "customer");
  const { request: second } = await ask(services, olle.id);
  const mark = await markOf(services, { kind: "person", personId: maja.id });
  assert.deepEqual((await services.requests.ofMarks([mark])).map(({ id }) => id), [first.id]);
  assert.deepEqual(idsOf(await services.requests.open()), [first.id, second.id]);
  assert.deepEqual(idsOf(await services.requests.page(null)), [second.id, first.id]);
  assert.deepEqual(idsOf(await services.requests.page(second.id)), [first.id]);
  await services.changeRequest(first.id, { type: "extend", reason: "Many rides" }, EVA);
  assert.deepEqual(idsOf(await services.requests.open()), [second.id, first.id]);
});

Deno.test("whoever asked is told that it takes longer, why it is refused, and that it is done", async () => {
  await using test = await testServices();
  const { services } = test;
  const person = await aPerson(services, "Maja", "customer");
  const { request } = await ask(services, person.id);
  const change = services.changeRequest;
  await change(request.id, { type: "extend", reason: "Many rides" }, EVA);
  await change(request.id, { type: "propose-refusal", reason: "Excessive" }, EVA);
  await change(request.id, { type: "refuse" }, OLE);
  const { request: next } = await ask(services, person.id);
  await change(next.id, { type: "begin" }, SYSTEM);
  await change(next.id, { type: "fail", code: "busy" }, SYSTEM);
  await change(next.id, { type: "retry" }, SYSTEM);
  await change(next.id, { type: "complete" }, SYSTEM);
  const told = (await requestNotices(services)).map(({ what, reason }) => [what, reason]);
  assert.deepEqual(told, [
    ["received", ""],
    ["extended", "Many rides"],
    ["refused", "Excessive"],
    ["received", ""],
    ["done", ""],
  ]);
});

Deno.test("of two who decide at once the second meets what the first did", async () => {
  await using test = await testServices();
  const { services } = test;
  const person = await aPerson(services, "Maja", "customer");
  const { request } = await ask(services, person.id);
  const both = await Promise.allSettled([
    services.changeRequest(request.id, { type: "begin" }, SYSTEM),
    services.changeRequest(request.id, { type: "cancel" }, { kind: "subject" }),
  ]);
  assert.equal(both.filter(({ status }) => status === "fulfilled").length, 1);
  assert.equal((await services.requests.events(request.id)).length, 2);
});

Deno.test("another's request is not found, like one that is nobody's", async () => {
  await using test = await testServices();
  const { services } = test;
  const maja = await aPerson(services, "Maja", "customer");
  const olle = await aPerson(services, "Olle", "customer");
  const { request } = await ask(services, maja.id);
  const marks = [await markOf(services, { kind: "person", personId: olle.id })];
  const notFound = (error: unknown) => error instanceof RequestError && error.code === "not-found";
  for (const id of [request.id, "01KAQ0000000000000000000ZZ"]) {
    await assert.rejects(changeOwnRequest(services, marks, id, { type: "cancel" }), notFound);
  }
  assert.equal((await services.requests.get(request.id))?.request.state, "pending");
});

Deno.test("a letter says what was asked for and by when it is answered; a reason stands in no SMS", () => {
  for (const locale of LOCALES) {
    const { requested } = textsFor(locale).messages;
    for (const type of DATA_REQUEST_TYPES) {
      for (const what of REQUEST_NEWS) {
        const notice = {
          ...{ kind: "data-request", to: { mail: "", phone: "" }, name: "Maja", what } as const,
          ...{ request: type, dueOn: "2026-12-23", reason: "a reason", link: "/privacy" },
        };
        const { lead } = noticeLetter(notice, { locale, origin: "https://avanti.example" });
        const line = noticeLine(notice, locale);
        assert(lead.some((one) => one.includes(requested[type])), `${what} ${type}`);
        assert(lead.some((one) => one.includes("a reason")));
        assert(line.includes(requested[type]) && !line.includes("a reason"));
        assert.equal(
          line.includes("23"),
          what === "received" || what === "extended" || what === "lifting",
        );
      }
    }
  }
});

function ask(services: Services, personId: string) {
  return createDataRequest(services, {
    ...{ type: "erasure", locale: "sv", identity: "fresh-proof" },
    subject: { kind: "person", personId },
  });
}

async function requestNotices(services: Services) {
  return (await noticesOf(services)).flatMap(({ content }) =>
    content.kind === "data-request" ? [content] : []
  );
}

function idsOf(requests: readonly { id: string }[]): string[] {
  return requests.map(({ id }) => id);
}
