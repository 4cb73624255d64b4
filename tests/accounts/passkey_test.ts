import assert from "node:assert/strict";
import { UNKNOWN_ORIGIN } from "../../lib/accounts/begin-session.ts";
import { changePerson } from "../../lib/accounts/change-person.ts";
import { passkeyPlace } from "../../lib/accounts/passkey.ts";
import { askPasskey } from "../../lib/accounts/passkey-challenge.ts";
import { passkeysOf, readPasskey } from "../../lib/accounts/passkey-store.ts";
import type { ProvedIdentity } from "../../lib/accounts/identity/identity.ts";
import { unlinkIdentity } from "../../lib/accounts/identity/link-identity.ts";
import { signInByIdentity } from "../../lib/accounts/identity/sign-in-by-identity.ts";
import type { Person } from "../../lib/accounts/person.ts";
import { operatorOfSession } from "../../lib/accounts/session-rules.ts";
import { removePasskey, renamePasskey, setPasskey } from "../../lib/accounts/set-passkey.ts";
import { confirmByPasskey, signInByPasskey } from "../../lib/accounts/sign-in-by-passkey.ts";
import { signInByPassword, type SignInFrom } from "../../lib/accounts/sign-in-by-password.ts";
import { base64Url } from "../../lib/kernel/ids.ts";
import { PASSWORD, withPassword } from "../support/accounts.ts";
import { newNotices } from "../support/notices.ts";
import { aPerson } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";
import { honest, type SaidByDevice, SoftwarePasskey } from "../support/software-passkey.ts";

const PLACE = passkeyPlace({ origin: "https://boka.avanti.example" });
const FROM: SignInFrom = {
  device: null,
  network: "83.252.1.1",
  origin: UNKNOWN_ORIGIN,
  formerSessionId: null,
};

type Lie = Partial<SaidByDevice>;

/** Falsehoods a device can tell, by what they are. */
const LIES: Readonly<Record<string, Lie>> = {
  "the challenge of another question": { challenge: base64Url(new Uint8Array(32).fill(9)) },
  "another origin": { origin: "https://boka.avanti.example.evil.example" },
  "the same host without encryption": { origin: "http://boka.avanti.example" },
  "another host's passkey": { host: "evil.example" },
  "that nobody was asked for finger, face or PIN": { userVerified: false },
  "that nobody was there": { userPresent: false },
};

async function ask(
  { services }: TestServices,
  purpose: "sign-in" | "add" | "confirm",
  person: Person | null = null,
) {
  const { token, options } = await askPasskey(services, { purpose, person, place: PLACE });
  return { token, challenge: options.challenge };
}

/** A person with a passkey. */
async function withPasskey(test: TestServices, person: Person, lie: Lie = {}) {
  const key = await SoftwarePasskey.make(person.id);
  const { token, challenge } = await ask(test, "add", person);
  const credential = await key.made({ ...honest(challenge, PLACE, 0), ...lie });
  const made = { token, credential, name: "Majas telefon", place: PLACE };
  return { key, isSet: await setPasskey(test.services, person, made) };
}

async function enter(test: TestServices, key: SoftwarePasskey, lie: Lie = {}, userHandle?: string) {
  const { token, challenge } = await ask(test, "sign-in");
  const said = { ...honest(challenge, PLACE), ...lie };
  const credential = await key.used(said, userHandle === undefined ? {} : { userHandle });
  return await signInByPasskey(test.services, { token, credential, place: PLACE }, FROM);
}

Deno.test("a passkey signs in by itself, staff too, and is two factors in one", async () => {
  await using test = await testServices();
  const karin = await aPerson(test.services, "Karin", "dispatcher");
  const told = newNotices(test.services);
  await told();
  const { key, isSet } = await withPasskey(test, karin);
  assert(isSet);
  const [notice] = await told();
  assert(notice?.content.kind === "security-changed" && notice.content.what === "passkey-added");
  const begun = await enter(test, key);
  assert.equal(begun?.person.id, karin.id);
  assert(begun !== null && operatorOfSession(begun) !== null);
  const [passkey] = await passkeysOf(test.services, karin.id);
  assert.deepEqual([passkey?.name, passkey?.counter], ["Majas telefon", 1]);
  assert.equal(passkey?.lastUsedAt, test.clock.now().toString());
});

for (const [what, lie] of Object.entries(LIES)) {
  Deno.test(`no passkey is added and nobody enters by an answer that says ${what}`, async () => {
    await using test = await testServices();
    const maja = await aPerson(test.services, "Maja", "customer");
    assert.equal((await withPasskey(test, maja, lie)).isSet, false);
    const { key, isSet } = await withPasskey(test, maja);
    assert(isSet);
    assert.equal(await enter(test, key, { ...lie, counter: 2 }), null);
    assert.notEqual(await enter(test, key, { counter: 2 }), null, "the honest answer enters");
  });
}

Deno.test("a counter that stands still or goes back is of a copy; a device that never counts is none", async () => {
  await using test = await testServices();
  const maja = await aPerson(test.services, "Maja", "customer");
  const { key } = await withPasskey(test, maja);
  assert.notEqual(await enter(test, key, { counter: 5 }), null);
  for (const counter of [5, 4, 0]) assert.equal(await enter(test, key, { counter }), null);
  assert.notEqual(await enter(test, key, { counter: 6 }), null);
  const { key: uncounted } = await withPasskey(test, maja);
  for (let i = 0; i < 2; i++) assert.notEqual(await enter(test, uncounted, { counter: 0 }), null);
});

Deno.test("of racers with one count of a device one enters", async () => {
  await using test = await testServices();
  const maja = await aPerson(test.services, "Maja", "customer");
  const { key } = await withPasskey(test, maja);
  const begun = await Promise.all(Array.from({ length: 6 }, () => enter(test, key)));
  assert.equal(begun.filter((one) => one !== null).length, 1);
});

Deno.test("a signature of another key, another person's handle and what is no JSON enter nowhere", async () => {
  await using test = await testServices();
  const { services } = test;
  const maja = await aPerson(services, "Maja", "customer");
  const eva = await aPerson(services, "Eva", "customer");
  const { key } = await withPasskey(test, maja);
  const { key: other } = await withPasskey(test, eva);
  const handle = base64Url(new TextEncoder().encode(eva.id));
  assert.equal(await enter(test, key, {}, handle), null);
  const { token, challenge } = await ask(test, "sign-in");
  const forged = JSON.parse(await other.used(honest(challenge, PLACE)));
  const id = base64Url(key.id);
  const credential = JSON.stringify({ ...forged, id, rawId: id });
  assert.equal(await signInByPasskey(services, { token, credential, place: PLACE }, FROM), null);
  for (const odd of ["", "null", "{}", '{"id":1}', credential.replace('"response"', '"x"')]) {
    const { token } = await ask(test, "sign-in");
    const used = { token, credential: odd, place: PLACE };
    assert.equal(await signInByPasskey(services, used, FROM), null);
  }
});

Deno.test("a challenge has one answer, within five minutes, for what it was asked for", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const maja = await aPerson(services, "Maja", "customer");
  const { key } = await withPasskey(test, maja);
  const first = await ask(test, "sign-in");
  const use = async (
    { token, challenge }: { token: string; challenge: string },
    counter: number,
  ) => {
    const credential = await key.used(honest(challenge, PLACE, counter));
    return await signInByPasskey(services, { token, credential, place: PLACE }, FROM);
  };
  assert.notEqual(await use(first, 1), null);
  assert.equal(await use(first, 2), null, "used");
  assert.equal(await use(await ask(test, "confirm", maja), 3), null, "asked for something else");
  const late = await ask(test, "sign-in");
  clock.advance({ minutes: 5 });
  assert.equal(await use(late, 4), null, "over");
  assert.equal(await use({ token: "x".repeat(43), challenge: "" }, 5), null, "nobody's");
});

Deno.test("of staff with a passkey the password alone is one factor of two", async () => {
  await using test = await testServices();
  const karin = await withPassword(test.services);
  await withPasskey(test, karin);
  const typed = { email: karin.email, password: PASSWORD };
  assert.equal((await signInByPassword(test.services, typed, FROM)).kind, "halfway");
  const maja = await withPassword(test.services, "Maja", "customer");
  await withPasskey(test, maja);
  const customer = await signInByPassword(test.services, { ...typed, email: maja.email }, FROM);
  assert.equal(customer.kind, "signed-in");
});

Deno.test("who is signed in shows by their own passkey again who they are, and by nobody else's", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const maja = await aPerson(services, "Maja", "customer");
  const eva = await aPerson(services, "Eva", "customer");
  const { key } = await withPasskey(test, maja);
  const { key: evas } = await withPasskey(test, eva);
  const begun = await enter(test, key);
  assert(begun !== null);
  clock.advance({ minutes: 30 });
  const confirm = async (one: SoftwarePasskey, counter: number) => {
    const { token, challenge } = await ask(test, "confirm", maja);
    const credential = await one.used(honest(challenge, PLACE, counter));
    return await confirmByPasskey(services, begun, { token, credential, place: PLACE });
  };
  assert.equal(await confirm(evas, 1), false);
  assert.equal(await confirm(key, 2), true);
  const { session } = await services.sessions.look(begun.session.id) ?? begun;
  assert.equal(session.proof.at, clock.now().toString());
});

Deno.test("a person names and removes their own, nobody another's, and staff keep the last", async () => {
  await using test = await testServices();
  const { services } = test;
  const karin = await aPerson(services, "Karin", "dispatcher");
  const eva = await aPerson(services, "Eva", "customer");
  const { key } = await withPasskey(test, karin);
  const id = base64Url(key.id);
  await renamePasskey(services, eva, { id, name: "Min" });
  await removePasskey(services, eva, id);
  assert.equal((await readPasskey(services, id))?.passkey.name, "Majas telefon");
  await renamePasskey(services, karin, { id, name: "  Jobbets   dator " });
  assert.equal((await readPasskey(services, id))?.passkey.name, "Jobbets dator");
  assert.equal(await removePasskey(services, karin, id), false, "the last of who needs one");
  const { key: second } = await withPasskey(test, karin);
  const racers = [id, base64Url(second.id)].map((one) => removePasskey(services, karin, one));
  assert.deepEqual((await Promise.all(racers)).sort(), [false, true]);
  assert.equal((await passkeysOf(services, karin.id)).length, 1);
});

Deno.test("of a passkey and a way in by a provider one stays for who cannot be reached, also taken away at once", async () => {
  await using test = await testServices();
  for (let race = 0; race < RACES; race++) await takeBothAway(test, `f-${race}`);
});

/** Who of two comes first is chance: some of so many races go each way. */
const RACES = 20;

async function takeBothAway(test: TestServices, subject: string): Promise<void> {
  const { services } = test;
  const proved: ProvedIdentity = {
    ...{ source: "facebook", subject, name: "Ida", factors: ["provider"] },
    ...{ address: "", isAddressVerified: false },
  };
  const entered = await signInByIdentity(
    services,
    { proved, way: { entity: null }, wantsLink: false, locale: "sv" },
    { device: null, origin: UNKNOWN_ORIGIN, formerSessionId: null },
  );
  assert(entered.kind === "signed-in");
  const { person } = entered.begun;
  const { key } = await withPasskey(test, person);
  const id = base64Url(key.id);
  const mark = await services.identities.mark(proved);
  const taken = await Promise.all([
    removePasskey(services, person, id),
    unlinkIdentity(services, person, mark),
  ]);
  assert.deepEqual(taken.sort(), [false, true]);
  const left = (await passkeysOf(services, person.id)).length +
    (await services.identities.of(person.id)).length;
  assert.equal(left, 1);
}

Deno.test("nobody enters who is blocked since", async () => {
  await using test = await testServices();
  const maja = await aPerson(test.services, "Maja", "customer");
  const { key } = await withPasskey(test, maja);
  const command = { type: "block", reason: "" } as const;
  await changePerson(test.services, { id: maja.id, command }, { kind: "server" });
  assert.equal(await enter(test, key), null);
});
