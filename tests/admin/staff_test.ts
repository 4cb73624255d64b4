// Who works here: invited, given roles, blocked, over the real app.
import assert from "node:assert/strict";
import { readPersonCommand } from "../../lib/accounts/person-command.ts";
import { checkInvitation, invitePerson } from "../../lib/accounts/invite-person.ts";
import { lookAtLink } from "../../lib/accounts/one-time-link.ts";
import { staffRoles } from "../../lib/accounts/person-rules.ts";
import { loadStaff, staffProblem } from "../../lib/board/staff-page.ts";
import { RequestError } from "../../lib/errors/request-error.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import {
  aLink,
  anOperator,
  aPerson,
  type TestProduct,
  testProduct,
  useLink,
} from "../support/operator.ts";
import { refusal } from "../support/refusal.ts";

const { staff: words, fieldErrors } = textsFor("sv");
const SAME = { "sec-fetch-site": "same-origin" };

/** An administrator at the pages. */
async function anAdmin(product: TestProduct) {
  const { cookie, formToken, session } = await anOperator(product.services, "Amir");
  const headers = { cookie, ...SAME };
  return {
    session,
    async get(path: string) {
      const response = await fetch(product.origin + path, { headers });
      return { status: response.status, html: await response.text() };
    },
    async send(path: string, fields: Record<string, string>) {
      const body = new URLSearchParams({ formToken, ...fields });
      const init = { method: "POST", headers, body, redirect: "manual" } as const;
      const response = await fetch(product.origin + path, init);
      return { status: response.status, html: await response.text() };
    },
  };
}

Deno.test("an administrator invites somebody, who joins by the link once and lacks a second factor until they add one", async () => {
  await using product = await testProduct();
  const { services } = product;
  const admin = await anAdmin(product);
  const wrong = await admin.send(paths.adminStaff(), { name: "", email: "sara", role: "king" });
  assert.equal(wrong.status, 422);
  for (const code of ["inviteeNameMissing", "emailNoAt", "roleMissing"] as const) {
    assert(wrong.html.includes(fieldErrors[code]), code);
  }
  const taken = { name: "Amir", email: admin.session.signedIn.person.email, role: "auditor" };
  assert.equal((await admin.send(paths.adminStaff(), taken)).status, 409);
  const asked = { name: "Sara Ek", email: "sara@taxi.example", role: "dispatcher" };
  const made = await admin.send(paths.adminStaff(), asked);
  const [, token = ""] = /\/enter\/([A-Za-z0-9_-]{43})/.exec(made.html) ?? [];
  const found = await lookAtLink(services, token);
  assert(found.state === "usable");
  assert(!(await admin.get(paths.adminStaff())).html.includes(token), "it is shown once");
  const page = await (await fetch(product.origin + paths.enter(token))).text();
  assert.match(page, /Sara Ek.* är inbjuden som trafikledare/);
  const join = () =>
    fetch(product.origin + paths.enter(token), {
      method: "POST",
      headers: SAME,
      redirect: "manual",
    });
  const joined = await join();
  await joined.body?.cancel();
  assert.deepEqual([joined.status, joined.headers.get("location")], [303, paths.security()]);
  const again = await join();
  await again.body?.cancel();
  assert.equal(again.status, 410);
  const cookie = (joined.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
  const board = await fetch(product.origin + paths.admin(), { headers: { cookie } });
  await board.body?.cancel();
  assert.equal(board.status, 403);
  const id = await services.people.ownerOf("email", "sara@taxi.example") ?? "";
  const [event] = await services.people.events(id);
  assert.deepEqual(event?.by, { kind: "person", id: admin.session.personId, name: "Amir" });
  assert((await admin.get(paths.adminStaff())).html.includes("sara@taxi.example"));
});

Deno.test("an invitation waits a week, and nobody joins by it with an address that is somebody's since", async () => {
  await using product = await testProduct();
  const { services } = product;
  const by = { kind: "server" } as const;
  const checked = checkInvitation(
    { name: "Sara", email: "sara@avanti.example", role: "auditor" },
    "sv",
  );
  assert(checked.ok);
  const invited = { ...checked.value, by };
  const [first, second] = [
    await invitePerson(services, invited),
    await invitePerson(services, invited),
  ];
  product.test.clock.advance({ hours: 7 * 24 - 1 });
  const joined = await useLink(services, first);
  assert(joined.ok);
  assert.deepEqual(staffRoles(joined.begun.person), ["auditor"]);
  const response = await fetch(product.origin + paths.enter(second), {
    method: "POST",
    headers: SAME,
    redirect: "manual",
  });
  await response.body?.cancel();
  assert.equal(response.status, 410);
  await refusal(invitePerson(services, invited), "address-taken");
  product.test.clock.advance({ hours: 2 });
  assert.equal((await lookAtLink(services, second)).state, "expired");
});

Deno.test("roles are given and taken, a block signs out at once, and each stands in the story with who did it", async () => {
  await using product = await testProduct();
  const { services } = product;
  const admin = await anAdmin(product);
  const { id } = await aPerson(services, "Karin", "dispatcher");
  const karin = await anOperator(services, "Karin");
  const path = paths.adminPerson(id);
  assert.equal((await admin.send(path, { act: "grant", role: "auditor" })).status, 303);
  assert.equal((await admin.send(path, { act: "ungrant", role: "dispatcher" })).status, 303);
  assert.deepEqual(staffRoles((await services.people.get(id))?.person ?? { grants: [] }), [
    "auditor",
  ]);
  assert.equal(await services.sessions.look(karin.session.id), null, "new rights, new session");
  const anew = await useLink(services, await aLink(services, "Karin"));
  assert(anew.ok);
  assert.equal((await admin.send(path, { act: "block", reason: "Slutat" })).status, 303);
  assert.equal(await services.sessions.look(anew.begun.session.id), null);
  const { html } = await admin.get(path);
  for (const text of [words.events.blocked, words.events.granted("revisor"), "Slutat"]) {
    assert(html.includes(text), text);
  }
  assert.equal((await admin.send(path, { act: "unblock" })).status, 303);
  assert((await admin.get(path)).html.includes(words.events.unblocked));
});

Deno.test("nobody changes their own roles, and what no form sends is refused", async () => {
  await using product = await testProduct();
  const admin = await anAdmin(product);
  const own = paths.adminPerson(admin.session.personId);
  const refused = await admin.send(own, { act: "ungrant", role: "admin" });
  assert.equal(refused.status, 422);
  assert(refused.html.includes(words.problems["own-rights"]));
  assert(!(await admin.get(own)).html.includes('name="act"'), "nothing is offered there");
  for (const fields of [{ act: "promote" }, { act: "grant", role: "customer" }]) {
    assert.equal((await admin.send(own, fields)).status, 422);
  }
  assert.throws(() => readPersonCommand(new Map()), RequestError);
  assert.equal((await admin.get(paths.adminPerson("nobody"))).status, 404);
});

Deno.test("who watches over the staff sees it and changes nothing", async () => {
  await using product = await testProduct();
  const { services } = product;
  await aPerson(services, "Birgitta", "auditor");
  const birgitta = await anOperator(services, "Birgitta");
  const data = await loadStaff(services, birgitta.session);
  assert.equal(data.manages, false);
  const headers = { cookie: birgitta.cookie };
  const html = await (await fetch(product.origin + paths.adminStaff(), { headers })).text();
  assert(!html.includes(words.send));
  const other = new Error("something else");
  assert.throws(() => staffProblem(other), (error) => error === other);
});
