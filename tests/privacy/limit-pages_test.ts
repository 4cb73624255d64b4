// The pages on which somebody limits what is done with their data, over the real app and without a script.
import assert from "node:assert/strict";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { lastCode } from "../support/notices.ts";
import { anOperator, type TestProduct, testProduct } from "../support/operator.ts";
import { MAJA } from "../support/trips.ts";
import { tokenIn, Visitor } from "../support/visitor.ts";

const { privacyCentre: texts, dataPurposes: { of: purposes }, dataRequests } = textsFor("sv");

async function guest(product: TestProduct) {
  const visitor = new Visitor(product);
  await visitor.post(paths.signInSend(), { reach: MAJA.phone, next: paths.guestPrivacy() });
  const code = await lastCode(product.services);
  await visitor.post(paths.signInSent(), { code, next: paths.guestPrivacy() });
  return visitor;
}

Deno.test("a guest objects by one press, sees that it holds, and takes it back by another", async () => {
  await using product = await testProduct();
  const visitor = await guest(product);
  const page = async () => (await visitor.get(paths.guestPrivacy())).html;
  const { title } = purposes.statistics;
  assert((await page()).includes(texts.object(title)));
  const fields = { act: "object", purpose: "statistics" };
  const done = await visitor.post(paths.guestPrivacy(), fields);
  assert.equal(done.location, paths.guestPrivacy({ done: "objected" }));
  assert((await visitor.get(done.location ?? "")).html.includes(texts.done.objected));
  assert((await page()).includes(texts.unobject(title)));
  await visitor.post(paths.guestPrivacy(), { ...fields, act: "unobject" });
  assert((await page()).includes(texts.object(title)));
  const { status } = await visitor.post(paths.guestPrivacy(), { act: "object", purpose: "rides" });
  assert.equal(status, 404);
});

Deno.test("a guest restricts in words, the staff see since when and lift it, and the guest sees from when on", async () => {
  await using product = await testProduct();
  const { services, origin } = product;
  const visitor = await guest(product);
  await visitor.post(paths.guestPrivacy(), {
    ...{ act: "ask", type: "restriction", wish: "Priset på resan är fel" },
  });
  const own = async () => (await visitor.get(paths.guestPrivacy())).html;
  assert((await own()).includes(texts.restrictedMeans));
  const [request] = await services.requests.open();
  assert(request);
  const { cookie } = await anOperator(services, "Dana");
  const address = origin + paths.adminDataRequest(request.id);
  const seen = async () => await (await fetch(address, { headers: { cookie } })).text();
  assert((await seen()).includes(dataRequests.limitsTitle));
  const act = async (act: string, text = "") => {
    const formToken = tokenIn(await seen()) ?? "";
    const body = new URLSearchParams({ formToken, act, text });
    const response = await fetch(address, {
      ...{ method: "POST", redirect: "manual", headers: { cookie, origin }, body },
    });
    await response.body?.cancel();
    return response.status;
  };
  assert(!(await seen()).includes(dataRequests.liftField), "not while it is being answered");
  assert.equal(await act("begin"), 303);
  assert.equal(await act("complete"), 303);
  assert.equal(await act("lift", " "), 422);
  assert.equal(await act("lift", "Priset stämde"), 303);
  assert(!(await seen()).includes(dataRequests.liftField), "once");
  assert((await own()).includes("30 november"));
  await visitor.post(paths.guestPrivacy(), { act: "lift" });
  assert(!(await own()).includes(texts.lift));
});

Deno.test("an objection in words shows the staff what they have to weigh", async () => {
  await using product = await testProduct();
  const { services, origin } = product;
  const visitor = await guest(product);
  await visitor.post(paths.guestPrivacy(), {
    ...{ act: "ask", type: "objection", wish: "Jag vill inte vara med" },
  });
  const [request] = await services.requests.open();
  const { cookie } = await anOperator(services, "Dana");
  const response = await fetch(origin + paths.adminDataRequest(request?.id ?? ""), {
    headers: { cookie },
  });
  const html = await response.text();
  for (const name of ["abuse", "faults", "work-log", "subscribers"] as const) {
    assert(html.includes(purposes[name].title), name);
  }
});
