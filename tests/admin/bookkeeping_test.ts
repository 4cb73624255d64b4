// The accountant's pages: who may see them, what they say of a month and a day, the file, and closing a day.
import assert from "node:assert/strict";
import { FORM_TOKEN_FIELD } from "../../lib/accounts/form-token-names.ts";
import { makeFormToken } from "../../lib/accounts/form-token.ts";
import { accountNames } from "../../lib/bookkeeping/account-names.ts";
import { legalEntities } from "../../lib/bookkeeping/legal-entity.ts";
import { holderId } from "../../lib/fleet/vehicle.ts";
import { formatMoney } from "../../lib/i18n/format.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { book } from "../support/bookkeeping.ts";
import { drive } from "../support/driven-rides.ts";
import { anOperator, type TestProduct, testProduct } from "../support/operator.ts";
import { readSie } from "../support/sie-reader.ts";
import { aStoredBooking } from "../support/trips.ts";

const MONTH = "2026-11";
const DATE = "2026-11-24";

Deno.test("a month says its VAT and its days, a day its vehicles and vouchers, in both languages", async () => {
  await using product = await testProduct();
  const { entity, booking } = await aDrivenDay(product);
  const { cookie } = await anOperator(product.services);
  for (const locale of LOCALES) {
    const words = textsFor(locale).bookkeeping;
    const signedIn = `${cookie}; avanti-locale=${locale}`;
    const month = await page(product, signedIn, paths.adminBooks({ entity, month: MONTH }));
    const total = formatMoney(locale, booking.trip.totalOre);
    for (const said of [words.vat.agrees, words.days.open, total]) {
      assert(month.includes(said), said);
    }
    const day = await page(product, signedIn, paths.adminBookDay({ entity, date: DATE }));
    const account = `1910 ${accountNames(locale)[1910]}`;
    for (const said of [booking.reservation.vehicleId, account, words.day.close, total]) {
      assert(day.includes(said), said);
    }
    const plain = await page(product, signedIn, "/admin/bookkeeping");
    assert(
      plain.includes(total),
      "where the company has no books of its own, another's are shown first",
    );
    const empty = await page(product, signedIn, paths.adminBooks({ entity, month: "2026-01" }));
    assert(empty.includes(words.days.empty));
  }
});

Deno.test("the file of a month is SIE with the vouchers of that entity alone", async () => {
  await using product = await testProduct();
  const { entity, booking } = await aDrivenDay(product);
  const { cookie } = await anOperator(product.services);
  const answer = await fetch(product.origin + paths.adminSie({ entity, month: MONTH }), {
    headers: { cookie },
  });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-disposition") ?? "", /\.si"$/);
  const { vouchers } = readSie(new Uint8Array(await answer.arrayBuffer()));
  assert.deepEqual(
    vouchers.map(({ transactions: [first] }) => [first?.account, first?.amountOre]),
    [[1910, booking.trip.totalOre]],
  );
});

Deno.test("a day is closed once it is over, and once; what comes late is booked on the first open day", async () => {
  await using product = await testProduct();
  const { services, test } = product;
  const { entity } = await aDrivenDay(product);
  const early = await close(product, entity, DATE);
  assert.equal(early.status, 422);
  assert((await early.text()).includes(textsFor("sv").bookkeeping.day.faults["not-over"]));
  test.clock.set("2026-11-25T03:00:00Z");
  assert.equal((await close(product, entity, DATE)).status, 303);
  await book(services);
  const again = await close(product, entity, DATE);
  assert.equal(again.status, 422);
  assert((await again.text()).includes(textsFor("sv").bookkeeping.day.faults["already-closed"]));
  assert.equal(await services.ledger.closedThrough((await entityOf(product, entity)).id), DATE);
});

Deno.test("whoever may not see the books is refused, and whoever only sees them closes nothing", async () => {
  await using product = await testProduct();
  const anonymous = await fetch(product.origin + paths.adminBooks(), { redirect: "manual" });
  await anonymous.body?.cancel();
  assert.notEqual(anonymous.status, 200);
});

Deno.test("books that nobody keeps, and days and months that are none, are not found: nobody sees or closes those of another", async () => {
  await using product = await testProduct();
  const { services, test, origin } = product;
  const { entity } = await aDrivenDay(product);
  test.clock.set("2026-11-25T03:00:00Z");
  const { cookie } = await anOperator(services);
  const noEntities = ["H99", "HOUSE", " ", "house\u0000", "../house", "-1", "h1' or 1=1"];
  const noMonths = [
    "2026-13",
    "2026-00",
    "2026-1",
    "-2026-01",
    "1999-12",
    "2026-11-24",
    "nov",
    "0",
  ];
  const noDays = ["2026-02-30", "2026-11", "-1", "1999-12-31", "NaN", "2026-11-24T00:00"];
  const addresses = [
    ...noEntities.flatMap((one) => [
      ...[
        paths.adminBooks({ entity: one, month: MONTH }),
        paths.adminSie({ entity: one, month: MONTH }),
      ],
      paths.adminBookDay({ entity: one, date: DATE }),
    ]),
    ...noMonths.flatMap((
      month,
    ) => [paths.adminBooks({ entity, month }), paths.adminSie({ entity, month })]),
    ...noDays.map((date) => paths.adminBookDay({ entity, date })),
  ];
  for (const address of addresses) {
    const answer = await fetch(origin + address, { headers: { cookie } });
    await answer.body?.cancel();
    assert([404, 422].includes(answer.status), `${answer.status} ${address}`);
  }
  for (const one of [...noEntities, ""]) {
    assert([404, 422].includes(await closeStatus(product, one, DATE)), one);
  }
  for (const date of [...noDays, ""]) {
    assert([404, 422].includes(await closeStatus(product, entity, date)), date);
  }
  await book(services);
  for (const { id } of legalEntities(services.company, await services.fleet.all())) {
    assert.equal(await services.ledger.closedThrough(id), "", id);
  }
});

Deno.test("ten million letters pasted into the form that closes a day are too much, and close nothing", async () => {
  await using product = await testProduct();
  const { services, test } = product;
  const { entity } = await aDrivenDay(product);
  test.clock.set("2026-11-25T03:00:00Z");
  const answer = await close(product, entity, DATE, { note: "x".repeat(10_000_000) });
  await answer.body?.cancel();
  assert.equal(answer.status, 413);
  await book(services);
  assert.equal(await services.ledger.closedThrough(holderId(entity)), "");
});

async function closeStatus(product: TestProduct, entity: string, date: string): Promise<number> {
  const answer = await close(product, entity, date);
  await answer.body?.cancel();
  return answer.status;
}

async function aDrivenDay({ services, test }: TestProduct) {
  const { booking } = await aStoredBooking(services);
  test.clock.set("2026-11-24T09:30:00Z");
  const driven = await drive(services, booking.id);
  await book(services);
  const [sale] = await services.ledger.salesOf(booking.id);
  assert(sale);
  return { entity: String(sale.entityId), booking: driven };
}

async function entityOf({ services }: TestProduct, id: string) {
  const holder = (await services.fleet.all()).holders.find((one) => one.id === id);
  assert(holder);
  return holder;
}

async function page({ origin }: TestProduct, cookie: string, path: string): Promise<string> {
  const answer = await fetch(origin + path, { headers: { cookie } });
  assert.equal(answer.status, 200);
  return await answer.text();
}

async function close(
  { origin, services }: TestProduct,
  entity: string,
  date: string,
  more: Record<string, string> = {},
) {
  const { session, cookie } = await anOperator(services);
  const token = await makeFormToken(session, services.randomBytes);
  return await fetch(origin + paths.adminBookDay({ entity, date }), {
    method: "POST",
    body: new URLSearchParams({ [FORM_TOKEN_FIELD]: token, ...more }),
    headers: { cookie, origin },
    redirect: "manual",
  });
}
