import assert from "node:assert/strict";
import { UNKNOWN_ORIGIN } from "../../lib/accounts/begin-session.ts";
import { changePerson } from "../../lib/accounts/change-person.ts";
import { readGuestProof } from "../../lib/accounts/guest-proof.ts";
import { accountKeys } from "../../lib/accounts/keys.ts";
import { readReach } from "../../lib/accounts/reach.ts";
import {
  registerPerson,
  SEND_NETWORK_LIMIT,
  SEND_REACH_LIMIT,
  SEND_TOTAL_LIMIT,
  sendReachCode,
  sendSignInCode,
} from "../../lib/accounts/send-code.ts";
import { CODE_GUESSES, newSentCode } from "../../lib/accounts/sent-code.ts";
import { beginAuthenticator, confirmAuthenticator } from "../../lib/accounts/set-credentials.ts";
import { signInByPassword, type SignInFrom } from "../../lib/accounts/sign-in-by-password.ts";
import { signInBySecondFactor } from "../../lib/accounts/sign-in-by-second-factor.ts";
import { useSentCode } from "../../lib/accounts/use-sent-code.ts";
import { operatorOfSession } from "../../lib/accounts/session-rules.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readList } from "../../lib/kv/read.ts";
import { codeNow, PASSWORD, withPassword } from "../support/accounts.ts";
import { lastCode, newNotices } from "../support/notices.ts";
import { aPerson } from "../support/operator.ts";
import { refusal } from "../support/refusal.ts";
import { type TestServices, testServices } from "../support/services.ts";

const FROM: SignInFrom = {
  device: null,
  network: "83.252.1.1",
  origin: UNKNOWN_ORIGIN,
  formerSessionId: null,
};
const NETWORK = { locale: "sv", network: "83.252.1.1" } as const;
const MAIL = { kind: "email", at: "maja@avanti.example" } as const;
const PHONE = { kind: "phone", at: "+46701740605" } as const;

const use = (test: TestServices, token: string, code: string) =>
  useSentCode(test.services, { token, code, signedIn: null }, FROM);

/** A code that is not this one. */
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

const join = ({ services }: TestServices, more: Partial<{ name: string; password: string }> = {}) =>
  registerPerson(services, { ...NETWORK, reach: MAIL, name: "Maja", password: "", ...more });

Deno.test("readReach() takes an address or a number for what it is, and says what is wrong with either", () => {
  assert.deepEqual(readReach(" Maja@Avanti.Example "), {
    ok: true,
    value: { kind: "email", at: "Maja@avanti.example" },
  });
  assert.deepEqual(readReach("070-174 06 05"), { ok: true, value: PHONE });
  assert.deepEqual(readReach("maja"), { ok: false, code: "emailNoAt" });
  assert.deepEqual(readReach("070"), { ok: false, code: "phoneTooShort" });
  assert.deepEqual(readReach("  "), { ok: false, code: "reachMissing" });
});

Deno.test("each code is as likely as any other, and always has six digits", () => {
  const bytes = [[0, 0, 0, 0], [255, 255, 255, 255], [0, 0, 0, 7]];
  const random = () => new Uint8Array(bytes.shift() ?? []);
  assert.equal(newSentCode(random), "000000");
  assert.equal(
    newSentCode(random),
    "000007",
    "what is beyond the last whole million is drawn anew",
  );
});

Deno.test("a code makes the account that was asked for, with its password, and its person is signed in", async () => {
  await using test = await testServices();
  const token = await join(test, { password: PASSWORD });
  assert.equal(
    await test.services.people.ownerOf("email", MAIL.at),
    null,
    "not before it is shown",
  );
  const answer = await use(test, token, await lastCode(test.services));
  assert(answer.kind === "joined");
  const { person, session } = answer.begun;
  assert.deepEqual([person.name, person.email, person.phone], ["Maja", MAIL.at, ""]);
  assert.deepEqual(person.grants, [{ role: "customer", entity: "central" }]);
  assert.deepEqual(session.proof.factors, ["sent-code"]);
  const entered = await signInByPassword(
    test.services,
    { email: MAIL.at, password: PASSWORD },
    FROM,
  );
  assert.equal(entered.kind, "signed-in");
});

Deno.test("who asks for an account with an address that has one gets what everybody gets, and its owner is told", async () => {
  await using test = await testServices();
  const { services } = test;
  const owner = await withPassword(services, "Maja", "customer");
  const told = newNotices(services);
  await told();
  const reach = { kind: "email", at: owner.email } as const;
  const token = await registerPerson(services, { ...NETWORK, reach, name: "Eva", password: "" });
  assert.equal(token.length, 43);
  const [notice, ...more] = await told();
  assert.deepEqual(more, []);
  assert.deepEqual(notice?.content, {
    kind: "already-registered",
    to: { mail: owner.email, phone: "" },
    name: "Maja",
    link: "/sign-in",
  });
  for (const code of ["000000", "", "123456"]) {
    assert.equal((await use(test, token, code)).kind, "refused");
  }
});

Deno.test("a code lets an account without a second factor in, and leads halfway with one", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const maja = await aPerson(services, "Maja", "customer");
  const token = await sendSignInCode(services, {
    ...NETWORK,
    reach: { kind: "email", at: maja.email },
  });
  const answer = await use(test, token, await lastCode(services));
  assert(answer.kind === "signed-in");
  assert.equal(answer.begun.person.id, maja.id);
  const karin = await aPerson(services, "Karin", "dispatcher");
  const secret = await beginAuthenticator(services, karin.id);
  await confirmAuthenticator(services, karin.id, codeNow(services, secret));
  clock.advance({ minutes: 1 });
  const reach = { kind: "email", at: karin.email } as const;
  const second = await sendSignInCode(services, { ...NETWORK, reach });
  const halfway = await use(test, second, await lastCode(services));
  assert(halfway.kind === "halfway");
  const code = codeNow(services, secret);
  const done = await signInBySecondFactor(services, { token: halfway.token, code }, FROM);
  assert(done.kind === "signed-in");
  assert.notEqual(operatorOfSession(done.begun), null);
});

Deno.test("of staff a code alone is one factor: the operators' pages stay closed", async () => {
  await using test = await testServices();
  const karin = await aPerson(test.services, "Karin", "dispatcher");
  const reach = { kind: "email", at: karin.email } as const;
  const token = await sendSignInCode(test.services, { ...NETWORK, reach });
  const answer = await use(test, token, await lastCode(test.services));
  assert(answer.kind === "signed-in");
  assert.equal(operatorOfSession(answer.begun), null);
});

Deno.test("a guest who shows a number has shown just that, in this browser, for a day", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const token = await sendSignInCode(services, { ...NETWORK, reach: PHONE });
  const answer = await use(test, token, await lastCode(services));
  assert(answer.kind === "guest");
  assert.deepEqual(await readGuestProof(services, answer.token), PHONE);
  assert.equal(await readGuestProof(services, token), null);
  clock.advance({ hours: 24 });
  assert.equal(await readGuestProof(services, answer.token), null);
});

Deno.test("a code is good once, for ten minutes, and in no browser but the one that asked", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const first = await sendSignInCode(services, { ...NETWORK, reach: PHONE });
  const code = await lastCode(services);
  const second = await sendSignInCode(services, { ...NETWORK, reach: PHONE });
  const secondCode = await lastCode(services);
  if (code !== secondCode) assert.equal((await use(test, second, code)).kind, "refused");
  assert.equal((await use(test, first, code)).kind, "guest");
  assert.equal((await use(test, first, code)).kind, "over");
  clock.advance({ minutes: 10 });
  assert.equal((await use(test, second, secondCode)).kind, "over");
});

Deno.test("five guesses are all there are, also for racers, and then the right code opens nothing", async () => {
  await using test = await testServices();
  const { services } = test;
  const token = await sendSignInCode(services, { ...NETWORK, reach: PHONE });
  const code = await lastCode(services);
  const answers = await Promise.all(
    Array.from({ length: CODE_GUESSES + 2 }, () => use(test, token, other(code))),
  );
  const left = answers.flatMap((answer) => answer.kind === "refused" ? [answer.left] : []);
  assert.deepEqual(left.sort(), [1, 2, 3, 4]);
  assert.equal((await use(test, token, code)).kind, "over");
});

Deno.test("of two racers who have both read one code one enters", async () => {
  await using test = await testServices();
  const { services } = test;
  const token = await sendSignInCode(services, { ...NETWORK, reach: PHONE });
  const code = await lastCode(services);
  const racing = { ...services, db: metAt(services.db, "sentCode") };
  const race = () => useSentCode(racing, { token, code, signedIn: null }, FROM);
  const answers = await Promise.all([race(), race()]);
  assert.deepEqual(answers.map(({ kind }) => kind).sort(), ["guest", "over"]);
});

Deno.test("codes are sent so often to one address, from one network and in total, and no more", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const send = (at: string, network: string) =>
    sendSignInCode(services, { locale: "sv", network, reach: { kind: "email", at } });
  for (let i = 0; i < SEND_REACH_LIMIT.most; i++) await send(MAIL.at, `10.0.0.${i}`);
  await refusal(send(MAIL.at.toUpperCase(), "10.0.1.1"), "too-many-tries");
  clock.advance({ hours: 1 });
  for (let i = 0; i < SEND_NETWORK_LIMIT.most; i++) await send(`a${i}@avanti.example`, "10.0.0.1");
  await refusal(send("b@avanti.example", "10.0.0.1"), "too-many-tries");
  for (let i = SEND_NETWORK_LIMIT.most; i < SEND_TOTAL_LIMIT.most; i++) {
    await send(`c${i}@avanti.example`, `10.1.${i >> 8}.${i & 255}`);
  }
  await refusal(send("d@avanti.example", "10.2.0.1"), "too-many-tries");
});

Deno.test("another address is a person's once its code was typed in the session that asked, and in no other", async () => {
  await using test = await testServices();
  const { services } = test;
  const maja = await aPerson(services, "Maja", "customer");
  const eva = await aPerson(services, "Eva", "customer");
  const signedIn = async (id: string) => {
    const person = (await services.people.get(id))?.person;
    assert(person !== undefined);
    const at = services.clock.now().toString();
    const session = { id, personId: id, proof: { factors: ["password"], at }, createdAt: at };
    const times = { idleMinutes: 1, idleExpiresAt: at, absoluteExpiresAt: at };
    const rest = { csrfSecret: "", device: "", network: "" };
    return { person, session: { ...session, ...times, ...rest } } as Parameters<
      typeof useSentCode
    >[1]["signedIn"];
  };
  const ask = () => sendReachCode(services, maja, { ...NETWORK, reach: PHONE });
  const input = { token: await ask(), code: await lastCode(services) };
  const wrong = await useSentCode(services, { ...input, signedIn: await signedIn(eva.id) }, FROM);
  assert.equal(wrong.kind, "over");
  const right = { token: await ask(), code: await lastCode(services) };
  const done = await useSentCode(services, { ...right, signedIn: await signedIn(maja.id) }, FROM);
  assert.equal(done.kind, "reached");
  const after = (await services.people.get(maja.id))?.person;
  assert.deepEqual([after?.email, after?.phone], [maja.email, PHONE.at]);
  const again = await sendReachCode(services, eva, { ...NETWORK, reach: PHONE });
  const taken = { token: again, code: await lastCode(services), signedIn: await signedIn(eva.id) };
  await refusal(useSentCode(services, taken, FROM), "address-taken");
});

Deno.test("who is blocked is let in by no code", async () => {
  await using test = await testServices();
  const { services } = test;
  const maja = await aPerson(services, "Maja", "customer");
  const command = { type: "block", reason: "" } as const;
  await changePerson(services, { id: maja.id, command }, { kind: "server" });
  const reach = { kind: "email", at: maja.email } as const;
  const token = await sendSignInCode(services, { ...NETWORK, reach });
  assert.equal((await use(test, token, await lastCode(services))).kind, "over");
});

Deno.test("the database holds neither codes nor where they were sent", async () => {
  await using test = await testServices();
  const { services } = test;
  await join(test, { password: PASSWORD });
  const code = await lastCode(services);
  const rows = await readList(services.db.read, { prefix: accountKeys.sentCode.prefix }, 10);
  const text = JSON.stringify(rows);
  for (const secret of [code, MAIL.at, "Maja", PASSWORD]) assert(!text.includes(`"${secret}"`));
});

/** A database whose first two reads of a family to change it wait for each other. */
function metAt(db: Database, family: string): Database {
  const met = Promise.withResolvers<void>();
  let reads = 0;
  const write = new Proxy(db.write, {
    get(kv, name) {
      const own = Reflect.get(kv, name, kv);
      if (typeof own !== "function") return own;
      if (name !== "get") return own.bind(kv);
      return async (key: Deno.KvKey) => {
        const entry = await kv.get(key);
        if (key[0] !== family) return entry;
        if (++reads === 2) met.resolve();
        await met.promise;
        return entry;
      };
    },
  });
  return new Proxy(db, {
    get: (own, name) => name === "write" ? write : Reflect.get(own, name, own),
  });
}
