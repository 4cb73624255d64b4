// The queue of data requests: what stands in it, what a form does, and that one person alone refuses nobody.
import assert from "node:assert/strict";
import { FORM_TOKEN_FIELD } from "../../lib/accounts/form-token-names.ts";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { loadDataRequests } from "../../lib/board/data-requests-page.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { createDataRequest } from "../../lib/privacy/create-data-request.ts";
import type { DataRequest, DataRequestType } from "../../lib/privacy/data-request.ts";
import { noticesOf } from "../support/notices.ts";
import { anOperator, type TestProduct, testProduct } from "../support/operator.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

Deno.test("the queue says what must be answered and how long there is, in both languages", async () => {
  await using product = await testProduct();
  await ask(product, "access");
  const { session, cookie } = await anOperator(product.services);
  const { rows } = await loadDataRequests(product.services, session, {
    show: "open",
    before: null,
  });
  assert.deepEqual(rows.map(({ days }) => days), [30]);
  for (const locale of LOCALES) {
    const words = textsFor(locale).dataRequests;
    const answer = await fetch(product.origin + paths.adminDataRequests(), {
      headers: { cookie: `${cookie}; avanti-locale=${locale}` },
    });
    const text = await answer.text();
    for (const said of [words.types.access, words.states.pending, words.daysLeft(30)]) {
      assert.ok(text.includes(said), said);
    }
  }
});

Deno.test("a ride ahead is told in the place of the button, and once it is over the erasure is carried out", async () => {
  await using product = await testProduct();
  const { services, test } = product;
  const { booking } = await aStoredBooking(services, { wallTime: "2026-11-24T09:00" });
  const request = await ask(product, "erasure");
  const send = await sender(product, "Karin");
  const words = textsFor("sv").dataRequests;
  const before = await send.look(request);
  assert.ok(before.includes(booking.reference) && !before.includes(words.carryOut));
  assert.equal(await send.act(request, { act: "erase" }), 303);
  assert.equal(await stateOf(product, request), "pending");
  test.clock.set("2026-11-25T08:00:00Z");
  await runRoomJobs(services);
  const later = await sender(product, "Karin");
  assert.ok((await later.look(request)).includes(words.carryOut));
  assert.equal(await later.act(request, { act: "erase" }), 303);
  await runRoomJobs(services);
  assert.equal(await stateOf(product, request), "complete");
});

Deno.test("who proposes a refusal does not confirm it, also not by a form of their own making; a second person does", async () => {
  await using product = await testProduct();
  const request = await ask(product, "access");
  const [karin, ole] = [await sender(product, "Karin"), await sender(product, "Ole")];
  assert.equal(await karin.act(request, { act: "propose-refusal", text: " " }), 422);
  assert.equal(await karin.act(request, { act: "note", text: "Hen är 811218-9876" }), 422);
  const text = "Begäran är uppenbart ogrundad";
  assert.equal(await karin.act(request, { act: "propose-refusal", text }), 303);
  assert.ok((await karin.look(request)).includes(textsFor("sv").dataRequests.refuseAlone));
  assert.ok(await karin.act(request, { act: "refuse" }) >= 400);
  assert.equal(await stateOf(product, request), "pending");
  assert.equal(await ole.act(request, { act: "refuse" }), 303);
  assert.equal(await stateOf(product, request), "refused");
});

Deno.test("who asked is told why it takes longer, and only within the first month", async () => {
  await using product = await testProduct();
  const { services, test } = product;
  const [first, second] = [await ask(product, "access"), await ask(product, "portability")];
  const karin = await sender(product, "Karin");
  const text = "Många uppgifter";
  assert.equal(await karin.act(first, { act: "extend", text }), 303);
  const told = (await noticesOf(services)).flatMap(({ content }) =>
    content.kind === "data-request" && content.what === "extended" ? [content.reason] : []
  );
  assert.deepEqual(told, [text]);
  test.clock.set("2026-12-24T08:00:00Z");
  const late = await sender(product, "Karin");
  assert.ok(await late.act(second, { act: "extend", text }) >= 400);
});

async function ask({ services }: TestProduct, type: DataRequestType): Promise<DataRequest> {
  const { request } = await createDataRequest(services, {
    ...{ type, locale: "sv", identity: "guest-code" },
    subject: { kind: "guest", reach: { kind: "phone", at: MAJA.phone } },
  });
  return request;
}

async function stateOf({ services }: TestProduct, { id }: DataRequest): Promise<string> {
  return (await services.requests.get(id))?.request.state ?? "";
}

async function sender({ origin, services }: TestProduct, name: string) {
  const { cookie, formToken } = await anOperator(services, name);
  const headers = { cookie, origin };
  const redirect = "manual";
  return {
    async look({ id }: DataRequest): Promise<string> {
      return await (await fetch(origin + paths.adminDataRequest(id), { headers })).text();
    },
    async act({ id }: DataRequest, fields: Record<string, string>): Promise<number> {
      const body = new URLSearchParams({ [FORM_TOKEN_FIELD]: formToken, ...fields });
      const url = origin + paths.adminDataRequest(id);
      const answer = await fetch(url, { method: "POST", body, headers, redirect });
      await answer.body?.cancel();
      return answer.status;
    },
  };
}
