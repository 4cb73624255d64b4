// The page of protected identities: who may protect, look up and lift, what it says, and whom a link shows what.
import assert from "node:assert/strict";
import { showOnce } from "../../lib/board/protected-booking.ts";
import { STAFF_ROLES } from "../../lib/accounts/role.ts";
import { READ_REGISTER } from "../../lib/board/driver-register.ts";
import { editFleet } from "../../lib/board/edit-fleet.ts";
import { protectIdentity, readVeilReason } from "../../lib/board/protected-page.ts";
import { driverMark } from "../../lib/fleet/seen-driver.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { seeByLink } from "../../lib/privacy/see-by-link.ts";
import { whoIsMeant } from "../../lib/privacy/whose-veil.ts";
import { DRIVER_TABLE } from "../../lib/setup/fleet-tables.ts";
import { aSignedInDriver } from "../support/drivers.ts";
import { anOperator, testProduct } from "../support/operator.ts";
import { enteredAs, type RouteCaller } from "../support/route-callers.ts";
import { givenAway, saidTo, VEILED, veiledBooking } from "../support/veiled-world.ts";

const REASON = "sekretessmarkering enligt kunden";

Deno.test("a dispatcher protects a customer by a booking's code, and only who may lift lifts it again", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { booking } = await veiledBooking(services);
  const dispatcher = await enteredAs(product, "dispatcher");
  const officer = await enteredAs(product, "data-protection-officer");
  const send = (caller: RouteCaller, fields: Record<string, string>) =>
    saidTo(product, caller, paths.adminProtected(), {
      method: "POST",
      body: new URLSearchParams({ ...fields, formToken: caller.formToken }),
      headers: { ...caller.headers, origin: product.origin },
    });
  const set = { act: "set", who: booking.reference };
  assert.match(await send(dispatcher, { ...set, reason: "kort" }), /^422/);
  assert.match(await send(dispatcher, { ...set, who: "??", reason: REASON }), /^422/);
  assert.match(await send(dispatcher, { ...set, reason: REASON }), /^303/);
  assert.equal((await services.bookings.get(booking.id))?.booking.veiled, true);
  const page = await saidTo(product, dispatcher, paths.adminProtected());
  assert(page.includes(REASON) && page.includes(textsFor("sv").protection.isSet), page);
  assert.deepEqual(givenAway(page), []);
  const [veil] = await services.veils.all();
  assert(veil !== undefined);
  const lift = { act: "lift", veil: veil.id, reason: REASON };
  assert.match(await send(dispatcher, lift), /^403/);
  assert.match(await send(dispatcher, { act: "find", who: VEILED.phone }), /^403/);
  const found = await send(officer, { act: "find", who: VEILED.phone });
  assert(found.includes(booking.id), "the code of the booking is found");
  assert.match(await send(officer, lift), /^303/);
  assert.equal((await services.bookings.get(booking.id))?.booking.veiled, false);
  assert.deepEqual((await services.veils.all())[0]?.steps.map(({ type }) => type), [
    ...["set", "lifted"],
  ]);
});

Deno.test("a reason of ten characters or more without a personal number is taken", () => {
  assert.deepEqual(readVeilReason("kort"), { ok: false, fault: "no-reason" });
  assert.deepEqual(readVeilReason("x".repeat(201)), { ok: false, fault: "no-reason" });
  assert.deepEqual(readVeilReason("kunden 19850709-9805 ringde"), {
    ...{ ok: false, fault: "personal-number" },
  });
  assert.deepEqual(readVeilReason(` ${REASON} `), { ok: true, value: REASON });
});

Deno.test("a link alone shows a protected booking without whom it is for; nobody is meant by words", async () => {
  await using product = await testProduct();
  const { services } = product;
  const { booking, link } = await veiledBooking(services);
  assert.equal(await whoIsMeant(services, "Tuva Dunkelfink"), null);
  const meant = await whoIsMeant(services, VEILED.email);
  assert.equal(meant?.marks.length, 1);
  const open = await seeByLink(services, link, () => Promise.resolve(null));
  assert.deepEqual([open.isHidden, open.booking.contact.name], [false, VEILED.name]);
  const read: string[] = [];
  const audit = {
    read: ({ why, count }: { why: string; count: number }) =>
      Promise.resolve(void read.push(`${why} ${count}`)),
  };
  const shown = await showOnce({ ...services, audit }, booking.id, REASON);
  assert(shown.ok);
  assert.deepEqual(read, [`${REASON} 1`]);
});

Deno.test("a protected driver goes by the code on receipts everywhere but on their own page, and edits leave who they are", async () => {
  await using product = await testProduct();
  const { services } = product;
  const known = (await services.fleet.all()).drivers[0];
  assert(known !== undefined);
  const admin = await enteredAs(product, "admin");
  const list = () => saidTo(product, admin, paths.adminDrivers());
  assert((await list()).includes(known.name));
  assert.equal(
    await protectIdentity(services, (await anOperator(services, "Kim")).session, {
      who: known.driverCode,
      reason: REASON,
    }),
    null,
  );
  assert.deepEqual((await services.fleet.driver(known.id)).name, known.driverCode);
  for (const path of [paths.adminDrivers(), paths.adminDriver(known.id), paths.admin()]) {
    const page = await saidTo(product, admin, path);
    assert(!page.includes(known.name), path);
    assert(known.phone === "" || !page.includes(known.phone), path);
  }
  const seen = DRIVER_TABLE.cellsOf(await services.fleet.driver(known.id));
  const edit = { kind: "drivers", seen, typed: { ...seen, until: "2027-12-31" } } as const;
  const edited = await editFleet(services, { ...edit, operatorName: "Kim" });
  assert.equal(edited.ok, true, JSON.stringify(edited));
  const [stored] = (await services.fleet.all()).drivers;
  assert.deepEqual([stored?.name, stored?.phone, stored?.until], [
    ...[known.name, known.phone, "2027-12-31"],
  ]);
  const own = { headers: { cookie: await aSignedInDriver(services, known.id) } };
  assert((await saidTo(product, own, paths.driver())).includes(known.name));
});

Deno.test("the register of drivers with protected names is taken out by one role alone, with a reason that the log has", async () => {
  await using product = await testProduct();
  const { services } = product;
  const known = (await services.fleet.all()).drivers[0];
  assert(known !== undefined);
  const who = { who: known.driverCode, reason: REASON };
  await protectIdentity(services, (await anOperator(services, "Kim")).session, who);
  const take = async (caller: RouteCaller, reason: string) =>
    await saidTo(product, caller, paths.adminDriverRegister(), {
      method: "POST",
      body: new URLSearchParams({ reason, formToken: caller.formToken }),
      headers: { ...caller.headers, origin: product.origin },
    });
  for (const role of STAFF_ROLES.filter((one) => one !== "data-protection-officer")) {
    const caller = await enteredAs(product, role);
    assert.match(await take(caller, REASON), /^403/, role);
    const offered = await saidTo(product, caller, paths.adminProtected());
    assert(!offered.includes(paths.adminDriverRegister()), role);
  }
  const officer = await enteredAs(product, "data-protection-officer");
  const offered = await saidTo(product, officer, paths.adminProtected());
  assert(offered.includes(paths.adminDriverRegister()));
  const wordless = await take(officer, "kort");
  assert.match(wordless, /^422/);
  assert(!wordless.includes(known.name));
  const told: unknown[] = [];
  services.audit.listen(({ note: { what, subjects, count, why } }) =>
    void told.push({ what, subjects, count, why })
  );
  const file = await take(officer, REASON);
  assert.match(file, /^200/);
  for (const { name, driverCode } of (await services.fleet.all()).drivers) {
    assert(file.includes(name) && file.includes(driverCode), name);
  }
  const { drivers } = await services.fleet.all();
  const subjects = drivers.map(({ id }) => driverMark(id));
  const entry = { what: READ_REGISTER, subjects, count: drivers.length, why: REASON };
  assert.deepEqual(told, [entry]);
});
