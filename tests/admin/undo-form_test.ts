// Without script an act is taken back by a form on the page it led to.
import assert from "node:assert/strict";
import { FORM_TOKEN_FIELD } from "../../lib/accounts/form-token-names.ts";
import type { Booking } from "../../lib/booking/booking.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { anOperator, type TestProduct, testProduct } from "../support/operator.ts";
import { aStoredBooking } from "../support/trips.ts";

/** An operator without script: forms are sent, and redirections followed. */
async function aDesk() {
  const product = await testProduct();
  const { booking } = await aStoredBooking(product.services);
  const { cookie, formToken } = await anOperator(product.services);
  const headers = { cookie, "sec-fetch-site": "same-origin" };
  const send = (path: string, fields: Record<string, string> = {}, token = formToken) =>
    fetch(product.origin + path, {
      method: "POST",
      headers,
      body: new URLSearchParams({ [FORM_TOKEN_FIELD]: token, ...fields }),
      redirect: "manual",
    });
  const open = (path: string) => fetch(product.origin + path, { headers });
  return { product, booking, send, open };
}

async function stored({ services }: TestProduct, { id }: Booking): Promise<Booking> {
  const found = await services.bookings.get(id);
  assert(found !== null);
  return found.booking;
}

/** Gives the booking a driver; the address of the page that says so, and the act. */
async function assigned({ booking, send }: Awaited<ReturnType<typeof aDesk>>) {
  const fields = { expectedVersion: "1", driverId: "D09" };
  const answer = await send(paths.adminBookingAction(booking.id, "assign"), fields);
  assert.equal(answer.status, 303);
  const address = answer.headers.get("location") ?? "";
  const act = new URL(address, "http://localhost").searchParams.get("act") ?? "";
  return { address, act };
}

Deno.test("the page after an act has a form that takes it back, until the second it says", async () => {
  const desk = await aDesk();
  await using product = desk.product;
  const { address, act } = await assigned(desk);
  const html = await (await desk.open(address)).text();
  assert.match(html, /Tilldelad\. Går att ångra till 06\.00\.10\./);
  assert.ok(html.includes(`action="${paths.adminActUndo(act)}"`));
  const undone = await desk.send(paths.adminActUndo(act));
  assert.equal(undone.status, 303);
  assert.equal((await stored(product, desk.booking)).status, "confirmed");
  const after = await desk.open(undone.headers.get("location") ?? "");
  assert.match(await after.text(), /Ångrat\. Allt är som det var\./);
});

Deno.test("an undo that comes too late is refused, and the page it leads to says so", async () => {
  const desk = await aDesk();
  await using product = desk.product;
  const { address, act } = await assigned(desk);
  product.test.clock.advance({ seconds: 10 });
  const html = await (await desk.open(address)).text();
  assert.ok(!html.includes(paths.adminActUndo(act)), "a form that would be refused is not there");
  const late = await desk.send(paths.adminActUndo(act));
  assert.equal(late.status, 303);
  assert.equal((await stored(product, desk.booking)).status, "assigned");
  const after = await desk.open(late.headers.get("location") ?? "");
  assert.match(await after.text(), /För sent att ångra/);
});

Deno.test("an undo that somebody overtook says who did what", async () => {
  const desk = await aDesk();
  await using product = desk.product;
  const { act } = await assigned(desk);
  const fields = { expectedVersion: "2", reason: "Sjuk" };
  assert.equal(
    (await desk.send(paths.adminBookingAction(desk.booking.id, "unassign"), fields)).status,
    303,
  );
  const refused = await desk.send(paths.adminActUndo(act));
  const after = await desk.open(refused.headers.get("location") ?? "");
  assert.match(await after.text(), /tog bort föraren nyss\. Därför går det inte att ångra\./);
  assert.equal((await stored(product, desk.booking)).version, 3);
});

Deno.test("an undo needs the token of the session, and an act there is", async () => {
  const desk = await aDesk();
  await using product = desk.product;
  const { act } = await assigned(desk);
  assert.equal((await desk.send(paths.adminActUndo(act), {}, "wrong")).status, 403);
  assert.equal((await stored(product, desk.booking)).status, "assigned");
  assert.equal((await desk.send(paths.adminActUndo("01NONE"))).status, 404);
  const page = await desk.open(`${paths.admin()}?act=01NONE`);
  assert.equal(page.status, 200);
});

Deno.test("an address that is opened again a minute later says nothing of the act", async () => {
  const desk = await aDesk();
  await using product = desk.product;
  const { act } = await assigned(desk);
  const undone = await desk.send(paths.adminActUndo(act));
  const address = undone.headers.get("location") ?? "";
  product.test.clock.advance({ seconds: 71 });
  assert.ok(!(await (await desk.open(address)).text()).includes("Ångrat. Allt"));
});
