import assert from "node:assert/strict";
import { UNKNOWN_ORIGIN } from "../../lib/accounts/begin-session.ts";
import { changePerson } from "../../lib/accounts/change-person.ts";
import { isStrong } from "../../lib/accounts/credentials.ts";
import { accountKeys } from "../../lib/accounts/keys.ts";
import { deviceMark } from "../../lib/accounts/known-device.ts";
import type { Person } from "../../lib/accounts/person.ts";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { operatorOfSession } from "../../lib/accounts/session-rules.ts";
import {
  beginAuthenticator,
  confirmAuthenticator,
  removeAuthenticator,
  renewRecoveryCodes,
  setPassword,
} from "../../lib/accounts/set-credentials.ts";
import {
  type FirstFactorAnswer,
  signInByPassword,
  type SignInFrom,
} from "../../lib/accounts/sign-in-by-password.ts";
import { signInBySecondFactor } from "../../lib/accounts/sign-in-by-second-factor.ts";
import { ACCOUNT_LIMIT, NETWORK_LIMIT } from "../../lib/accounts/sign-in-tries.ts";
import { codeNow, PASSWORD, withPassword } from "../support/accounts.ts";
import { aPerson } from "../support/operator.ts";
import { refusal } from "../support/refusal.ts";
import { type TestServices, testServices } from "../support/services.ts";

const FROM: SignInFrom = {
  device: null,
  network: "83.252.1.1",
  origin: UNKNOWN_ORIGIN,
  formerSessionId: null,
};

/** The same with an app in use: its secret, and the recovery codes. */
async function withApp(test: TestServices) {
  const person = await withPassword(test.services);
  const secret = await beginAuthenticator(test.services, person.id);
  const codes = await confirmAuthenticator(
    test.services,
    person.id,
    codeNow(test.services, secret),
  );
  assert(codes !== null);
  test.clock.advance({ minutes: 1 });
  return { person, secret, codes };
}

const enter = (
  { services }: TestServices,
  person: Person,
  password = PASSWORD,
  from: Partial<SignInFrom> = {},
) => signInByPassword(services, { email: person.email, password }, { ...FROM, ...from });

function tokenOf(answer: FirstFactorAnswer): string {
  assert(answer.kind === "halfway");
  return answer.token;
}

Deno.test("a customer enters by address and password, in any letters of the address", async () => {
  await using test = await testServices();
  const maja = await withPassword(test.services, "Maja", "customer");
  const answer = await enter(test, { ...maja, email: maja.email.toUpperCase() });
  assert(answer.kind === "signed-in");
  assert.deepEqual(answer.begun.person, maja);
  assert.deepEqual(answer.begun.session.proof.factors, ["password"]);
  const found = await test.services.sessions.use(answer.begun.secret);
  assert.equal(found?.person.id, maja.id);
});

Deno.test("a wrong password, nobody's address, an account without a password and a blocked one are refused alike", async () => {
  await using test = await testServices();
  const karin = await withPassword(test.services);
  const without = await aPerson(test.services, "Sara");
  const blocked = await withPassword(test.services, "Omar");
  const command = { type: "block", reason: "" } as const;
  await changePerson(test.services, { id: blocked.id, command }, { kind: "server" });
  const answers = [
    await enter(test, karin, `${PASSWORD}!`),
    await enter(test, { ...karin, email: "nobody@avanti.example" }),
    await enter(test, without),
    await enter(test, blocked),
  ];
  for (const answer of answers) assert.deepEqual(answer, { kind: "refused" });
});

Deno.test("staff with a password alone are signed in, and the operators' pages are not theirs yet", async () => {
  await using test = await testServices();
  const answer = await enter(test, await withPassword(test.services));
  assert(answer.kind === "signed-in");
  assert.equal(operatorOfSession(answer.begun), null);
});

Deno.test("with an app the password leads halfway, and a code of it the rest of the way", async () => {
  await using test = await testServices();
  const { person, secret } = await withApp(test);
  const token = tokenOf(await enter(test, person));
  assert.equal(await test.services.sessions.use(token), null);
  const wrong = await signInBySecondFactor(test.services, { token, code: "000000" }, FROM);
  assert.deepEqual(wrong, { kind: "refused" });
  const code = codeNow(test.services, secret);
  const answer = await signInBySecondFactor(test.services, { token, code }, FROM);
  assert(answer.kind === "signed-in");
  assert.notEqual(operatorOfSession(answer.begun), null);
  const again = await signInBySecondFactor(test.services, { token, code }, FROM);
  assert.deepEqual(again, { kind: "over" });
  const other = tokenOf(await enter(test, person));
  const replayed = await signInBySecondFactor(test.services, { token: other, code }, FROM);
  assert.deepEqual(replayed, { kind: "refused" }, "a code is good once");
});

Deno.test("of twenty racers with one code one enters", async () => {
  await using test = await testServices();
  const { person, codes } = await withApp(test);
  const [code = ""] = codes;
  const tokens = await Promise.all(
    Array.from({ length: 8 }, async () => tokenOf(await enter(test, person))),
  );
  const answers = await Promise.all(
    tokens.map((token) => signInBySecondFactor(test.services, { token, code }, FROM)),
  );
  assert.equal(answers.filter(({ kind }) => kind === "signed-in").length, 1);
});

Deno.test("a recovery code enters once, in any letters, and says how many are left; new ones end the old", async () => {
  await using test = await testServices();
  const { person, codes } = await withApp(test);
  const by = async (code = "") => {
    const token = tokenOf(await enter(test, person));
    return await signInBySecondFactor(test.services, { token, code }, FROM);
  };
  const answer = await by(codes[0]?.toLowerCase().replaceAll("-", " "));
  assert(answer.kind === "signed-in");
  assert.equal(answer.recoveryCodesLeft, 9);
  assert.deepEqual(answer.begun.session.proof.factors, ["password", "recovery-code"]);
  assert.equal((await by(codes[0])).kind, "refused");
  const renewed = await renewRecoveryCodes(test.services, person.id);
  assert.equal((await by(codes[1])).kind, "refused");
  assert.equal((await by(renewed[1])).kind, "signed-in");
});

Deno.test("who looks for the second factor for more than ten minutes begins again", async () => {
  await using test = await testServices();
  const { person, secret } = await withApp(test);
  const token = tokenOf(await enter(test, person));
  test.clock.advance({ minutes: 10 });
  const answer = await signInBySecondFactor(
    test.services,
    { token, code: codeNow(test.services, secret) },
    FROM,
  );
  assert.deepEqual(answer, { kind: "over" });
});

Deno.test("an app whose code was never shown hinders nobody, and one that is taken away neither", async () => {
  await using test = await testServices();
  const karin = await withPassword(test.services);
  await beginAuthenticator(test.services, karin.id);
  assert.equal((await enter(test, karin)).kind, "signed-in");
  assert.equal(await confirmAuthenticator(test.services, karin.id, "000000"), null);
  assert.equal((await enter(test, karin)).kind, "signed-in");
  const { person } = await withApp(test);
  await removeAuthenticator(test.services, person.id);
  assert.equal((await enter(test, person)).kind, "signed-in");
});

Deno.test("ten wrong guesses an hour are all there are for an account, wherever they come from", async () => {
  await using test = await testServices();
  const karin = await withPassword(test.services);
  for (let i = 0; i < ACCOUNT_LIMIT.most; i++) {
    const guess = await enter(test, karin, `guess ${i}`, { network: `10.0.0.${i}` });
    assert.deepEqual(guess, { kind: "refused" });
  }
  await refusal(enter(test, karin, "one more", { network: "10.0.1.1" }), "too-many-tries");
  await refusal(enter(test, karin, PASSWORD, { network: "10.0.1.2" }), "too-many-tries");
  test.clock.advance({ hours: 1 });
  assert.equal((await enter(test, karin)).kind, "signed-in");
});

Deno.test("whoever guesses elsewhere does not lock out a person on a device they signed in on", async () => {
  await using test = await testServices();
  const { services } = test;
  const karin = await withPassword(test.services);
  const account = await reachMark(services.reachKey, "email", karin.email);
  const device = await deviceMark(services.proofKey, account, services.randomBytes);
  for (let i = 0; i < ACCOUNT_LIMIT.most; i++) {
    await enter(test, karin, `guess ${i}`, { network: `10.0.0.${i}` });
  }
  assert.equal((await enter(test, karin, PASSWORD, { device })).kind, "signed-in");
  const others = await deviceMark(services.proofKey, "another account", services.randomBytes);
  await refusal(enter(test, karin, PASSWORD, { device: others }), "too-many-tries");
});

Deno.test("one network has fifty wrong guesses an hour, whatever the account; right ones do not count", async () => {
  await using test = await testServices();
  const karin = await withPassword(test.services);
  for (let i = 0; i < NETWORK_LIMIT.most; i++) {
    await enter(test, { ...karin, email: `nobody${i}@avanti.example` }, "guess");
  }
  await refusal(enter(test, karin), "too-many-tries");
  test.clock.advance({ hours: 1 });
  for (let i = 0; i < NETWORK_LIMIT.most + 5; i++) {
    assert.equal((await enter(test, karin)).kind, "signed-in");
  }
});

Deno.test("a password of fewer rounds is hashed anew at the next sign-in, and stays the same password", async () => {
  await using test = await testServices();
  const maja = await withPassword(test.services, "Maja", "customer");
  const stored = async () => (await test.services.db.read.get(accountKeys.password(maja.id))).value;
  const before = JSON.stringify(await stored());
  assert.equal((await enter(test, maja)).kind, "signed-in");
  const after = JSON.stringify(await stored());
  assert.notEqual(after, before);
  assert.match(after, /"iterations":600000/);
  assert.match(after, /"changedAt":"2026-11-23T05:00:00Z"/);
  assert.equal((await enter(test, maja)).kind, "signed-in");
});

Deno.test("setPassword() says what is wrong, and what it takes lets the person in", async () => {
  await using test = await testServices();
  const maja = await aPerson(test.services, "Maja", "customer");
  assert.equal(await setPassword(test.services, maja, "kort"), "passwordTooShort");
  assert.equal(await setPassword(test.services, maja, "gröna moln"), "passwordTooShort");
  assert.equal(await setPassword(test.services, maja, PASSWORD), null);
  assert.equal((await enter(test, maja)).kind, "signed-in");
});

Deno.test("neither passwords, secrets of apps nor recovery codes are in the database", async () => {
  await using test = await testServices();
  const { secret, codes } = await withApp(test);
  const rows = await Array.fromAsync(test.services.db.read.list({ prefix: [] }));
  const dump = JSON.stringify(rows.map(({ key, value }) => [key, value]));
  for (
    const canary of [
      PASSWORD,
      secret,
      ...codes,
      ...codes.map((one) => one.replaceAll("-", "")),
    ]
  ) {
    assert.equal(dump.includes(canary), false, canary);
  }
});

Deno.test("what was shown is strong when it is two kinds of things, or two in one", () => {
  const strong = [["passkey"], ["server-link"], ["password", "authenticator"], [
    "provider",
    "recovery-code",
  ]] as const;
  for (const factors of strong) assert.equal(isStrong(factors), true, factors.join());
  const weak = [[], ["password"], ["provider"], ["sent-code", "password"], ["invitation"], [
    "authenticator",
    "recovery-code",
  ]] as const;
  for (const factors of weak) assert.equal(isStrong(factors), false, factors.join());
});
