// A driver of the fleet is invited, joins, shows a second factor, and sees their own jobs.
import assert from "node:assert/strict";
import { addDriverAccount, driverOf, withoutAccount } from "../../lib/accounts/driver-account.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { codeNow } from "../support/accounts.ts";
import { aSignedInDriver } from "../support/drivers.ts";
import { noticesOf } from "../support/notices.ts";
import { anOperator, aPerson, testProduct } from "../support/operator.ts";
import { refusal } from "../support/refusal.ts";
import { testServices } from "../support/services.ts";
import { tokenIn, Visitor } from "../support/visitor.ts";

const { account, driving, fieldErrors, staff } = textsFor("sv");

Deno.test("a driver is invited by the fleet's name, joins, adds a second factor and lands on their jobs", async () => {
  await using product = await testProduct();
  const { services, test } = product;
  const operator = await anOperator(services);
  const [driver] = await services.fleet.drivers();
  assert(driver !== undefined);
  const ask = (fields: Record<string, string>) =>
    fetch(product.origin + paths.adminStaff(), {
      method: "POST",
      headers: { cookie: operator.cookie, "sec-fetch-site": "same-origin" },
      body: new URLSearchParams({ formToken: operator.formToken, ...fields }),
    });
  const wrong = await ask({ driver: "D99", driverEmail: "amir" });
  assert.equal(wrong.status, 422);
  const html = await wrong.text();
  assert(html.includes(fieldErrors.driverMissing) && html.includes(fieldErrors.emailNoAt));
  const sent = await ask({ driver: driver.id, driverEmail: "amir@avanti.example" });
  assert.equal(sent.status, 200);
  await sent.body?.cancel();
  const link =
    (await noticesOf(services)).flatMap(({ content }) =>
      content.kind === "invitation" ? [content.link] : []
    ).at(-1) ?? "";
  const visitor = new Visitor(product);
  const joined = await visitor.post(link, {});
  assert.deepEqual([joined.status, joined.location], [303, paths.security()]);
  const refused = await visitor.get(paths.driver());
  assert.equal(refused.location, paths.security(), "one factor sees no customer");
  const page = await visitor.get(paths.security());
  assert(page.html.includes(account.needsFactor));
  const formToken = tokenIn(page.html);
  const begun = await visitor.post(paths.securityAct("app"), { formToken });
  const secret = /<code dir="ltr">([A-Z2-7 ]+)</.exec(begun.html)?.[1]?.replaceAll(" ", "") ?? "";
  const code = codeNow(services, secret);
  await visitor.post(paths.securityAct("app-code"), { formToken, code });
  const day = await visitor.get(paths.driver());
  assert.equal(day.status, 200);
  assert(day.html.includes(driving.title) && day.html.includes(driver.name));
  assert.equal(day.headers.get("cache-control"), "no-store");
  const again = await fetch(product.origin + paths.adminStaff(), {
    headers: { cookie: operator.cookie },
  });
  const list = await again.text();
  assert(list.includes(staff.inviteDriver) && !list.includes(`value="${driver.id}"`));
  test.clock.advance({ minutes: 1 });
});

Deno.test("the jobs are for drivers alone: not for guests, customers, nor operators", async () => {
  await using product = await testProduct();
  const { services, origin } = product;
  const get = async (cookie: string) => {
    const headers = { cookie };
    const response = await fetch(origin + paths.driver(), { headers, redirect: "manual" });
    await response.body?.cancel();
    return response.status;
  };
  assert.equal(await get(""), 303);
  assert.equal(await get((await anOperator(services)).cookie), 403);
  assert.equal(await get(await aSignedInDriver(services, "D01")), 200);
});

Deno.test("one driver has one account, also when two join at once", async () => {
  await using test = await testServices();
  const { services } = test;
  const people = [
    await aPerson(services, "Amir", "driver"),
    await aPerson(services, "Bo", "driver"),
  ];
  const join = ({ id: personId }: { id: string }) =>
    commitWithRetry(
      services.db,
      (tx) => addDriverAccount(services, tx, { personId, driverId: "D01" }),
    );
  const answers = await Promise.allSettled(people.map(join));
  assert.deepEqual(answers.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  const [first, second] = people;
  assert(first !== undefined && second !== undefined);
  const owners = await Promise.all([driverOf(services, first.id), driverOf(services, second.id)]);
  assert.deepEqual(owners.toSorted(), ["D01", null].toSorted());
  await refusal(join(second), "address-taken");
  const free = await withoutAccount(services, [{ id: "D01" }, { id: "D02" }]);
  assert.deepEqual(free, [{ id: "D02" }]);
});
