import assert from "node:assert/strict";
import {
  type AccountNotice,
  accountNotice,
  addNotice,
  type NoticeContent,
  openNotice,
} from "../../lib/accounts/account-notice.ts";
import { UNKNOWN_ORIGIN } from "../../lib/accounts/begin-session.ts";
import { changePerson } from "../../lib/accounts/change-person.ts";
import { invitePerson } from "../../lib/accounts/invite-person.ts";
import { deviceMark } from "../../lib/accounts/known-device.ts";
import { lookAtLink } from "../../lib/accounts/one-time-link.ts";
import { accountMark } from "../../lib/accounts/reach-mark.ts";
import { CENTRAL } from "../../lib/accounts/role.ts";
import {
  beginAuthenticator,
  confirmAuthenticator,
  removeAuthenticator,
  renewRecoveryCodes,
  setPassword,
} from "../../lib/accounts/set-credentials.ts";
import { signInByPassword } from "../../lib/accounts/sign-in-by-password.ts";
import { signInBySecondFactor } from "../../lib/accounts/sign-in-by-second-factor.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { bodiesOf } from "../../lib/kv/feed-row.ts";
import { codeNow, PASSWORD, withPassword } from "../support/accounts.ts";
import { newNotices, noticesOf } from "../support/notices.ts";
import { type TestServices, testServices } from "../support/services.ts";

const CONTENT: NoticeContent = {
  kind: "sign-in-code",
  to: { mail: "maja@avanti.example", phone: "" },
  code: "123456",
};
const FROM = {
  device: null,
  network: "83.252.1.1",
  origin: { ...UNKNOWN_ORIGIN, device: "Chrome · Android" },
  formerSessionId: null,
};

async function aNotice({ services }: TestServices): Promise<AccountNotice> {
  await commitWithRetry(
    services.db,
    (tx) => addNotice(services, tx, { locale: "sv", minutes: 10 }, CONTENT),
  );
  const { commits } = await services.feed.since("", 10);
  const [notice] = commits.flatMap((commit) => bodiesOf(accountNotice, commit));
  assert(notice !== undefined);
  return notice;
}

Deno.test("a notice is on the feed, sealed, and opens to what was said", async () => {
  await using test = await testServices();
  const notice = await aNotice(test);
  assert.equal(notice.kind, "sign-in-code");
  assert.equal(notice.until, "2026-11-23T05:10:00Z");
  assert(!JSON.stringify(notice).includes("maja"));
  assert(!JSON.stringify(notice).includes("123456"));
  assert.deepEqual(await openNotice(test.services, notice), CONTENT);
});

Deno.test("what was sealed for one entry opens in no other", async () => {
  await using test = await testServices();
  const notice = await aNotice(test);
  const elsewhere = { ...notice, id: `${notice.id.slice(0, -1)}0` };
  await assert.rejects(openNotice(test.services, elsewhere), { name: "OperationError" });
});

Deno.test("a notice of another shape is none, and those beside it are read", async () => {
  await using test = await testServices();
  const notice = await aNotice(test);
  const entries = [
    { kind: "account-notice", body: { at: notice.at } },
    { kind: "account-notice", body: notice },
  ];
  assert.deepEqual(bodiesOf(accountNotice, { entries }), [notice]);
});

Deno.test("an invitation goes to the address that was named, with the link that lets in", async () => {
  await using test = await testServices();
  const { services } = test;
  const grants = [{ role: "dispatcher", entity: CENTRAL }] as const;
  const invited = { name: "Sara", email: "sara@avanti.example", locale: "en", grants } as const;
  const by = { kind: "person", id: "one", name: "Karin" } as const;
  const token = await invitePerson(services, { ...invited, by });
  const [notice] = await noticesOf(services);
  assert.deepEqual(notice?.content, {
    kind: "invitation",
    to: { mail: "sara@avanti.example", phone: "" },
    name: "Sara",
    role: "dispatcher",
    by: "Karin",
    link: `/enter/${token}`,
  });
  assert.equal(notice?.locale, "en");
  assert.equal((await lookAtLink(services, token)).state, "usable");
});

Deno.test("every change of how somebody signs in is told to every channel of theirs", async () => {
  await using test = await testServices();
  const { services } = test;
  const { id } = await withPassword(services, "Maja", "customer");
  const reach = { type: "reach", email: "maja@avanti.example", phone: "+46701740605" } as const;
  const maja = await changePerson(services, { id, command: reach }, { kind: "server" });
  const told = newNotices(services);
  await told();
  await setPassword(services, maja, "en helt annan häst");
  assert.deepEqual((await told()).map(whatOf), [["password-set", maja.email, maja.phone]]);
  const secret = await beginAuthenticator(services, id);
  assert.deepEqual(await told(), [], "an app that was only begun changes nothing");
  await confirmAuthenticator(services, id, codeNow(services, secret));
  assert.deepEqual((await told()).map(whatOf), [["app-added", maja.email, maja.phone]]);
  await renewRecoveryCodes(services, id);
  assert.deepEqual((await told()).map(whatOf), [["codes-renewed", maja.email, maja.phone]]);
  await removeAuthenticator(services, id);
  assert.deepEqual((await told()).map(whatOf), [["app-removed", maja.email, maja.phone]]);
});

Deno.test("a changed address is told to the new one and to the one before", async () => {
  await using test = await testServices();
  const { services } = test;
  const maja = await withPassword(services, "Maja", "customer");
  const told = newNotices(services);
  await told();
  const command = { type: "reach", email: "ny@avanti.example", phone: "" } as const;
  await changePerson(services, { id: maja.id, command }, { kind: "server" });
  assert.deepEqual((await told()).map(whatOf), [
    ["reach-changed", "ny@avanti.example", ""],
    ["reach-changed", maja.email, ""],
  ]);
});

Deno.test("a sign-in on a device that is not known is told, one on a known device is not", async () => {
  await using test = await testServices();
  const { services } = test;
  const maja = await withPassword(services, "Maja", "customer");
  const told = newNotices(services);
  await told();
  const typed = { email: maja.email, password: PASSWORD };
  await signInByPassword(services, typed, FROM);
  const [notice] = await told();
  assert(notice?.content.kind === "security-changed");
  assert.equal(notice.content.what, "new-device");
  assert.equal(notice.content.device, "Chrome · Android");
  const account = await accountMark(services.reachKey, maja);
  const device = await deviceMark(services.proofKey, account, services.randomBytes);
  await signInByPassword(services, typed, { ...FROM, device });
  assert.deepEqual(await told(), []);
});

Deno.test("with a second factor the news come with the session, not before; a recovery code is news of its own", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const karin = await withPassword(services);
  const secret = await beginAuthenticator(services, karin.id);
  const codes = await confirmAuthenticator(services, karin.id, codeNow(services, secret));
  clock.advance({ minutes: 1 });
  const told = newNotices(services);
  await told();
  const answer = await signInByPassword(
    services,
    { email: karin.email, password: PASSWORD },
    FROM,
  );
  assert(answer.kind === "halfway");
  assert.deepEqual(await told(), []);
  const input = { token: answer.token, code: codes?.[0] ?? "" };
  await signInBySecondFactor(services, input, FROM);
  assert.deepEqual((await told()).map(whatOf), [
    ["recovery-code-used", karin.email, ""],
    ["new-device", karin.email, ""],
  ]);
});

function whatOf({ content }: { content: NoticeContent }): [string, string, string] {
  const what = content.kind === "security-changed" ? content.what : content.kind;
  return [what, content.to.mail, content.to.phone];
}
