import assert from "node:assert/strict";
import { UNKNOWN_ORIGIN } from "../../../lib/accounts/begin-session.ts";
import { MAX_IDENTITIES, type ProvedIdentity } from "../../../lib/accounts/identity/identity.ts";
import { linkIdentity, unlinkIdentity } from "../../../lib/accounts/identity/link-identity.ts";
import { signInByIdentity } from "../../../lib/accounts/identity/sign-in-by-identity.ts";
import type { Person } from "../../../lib/accounts/person.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import { aPerson } from "../../support/operator.ts";
import { testServices } from "../../support/services.ts";

const FROM = { device: null, origin: UNKNOWN_ORIGIN, formerSessionId: null };

function proved(subject: string, address = ""): ProvedIdentity {
  const isAddressVerified = address !== "";
  return {
    source: "google",
    subject,
    name: "Anna",
    address,
    isAddressVerified,
    factors: ["provider"],
  };
}

async function come(services: Services, who: ProvedIdentity, wantsLink = false) {
  const input = { proved: who, way: { entity: null }, wantsLink, locale: "sv" } as const;
  return await signInByIdentity(services, input, FROM);
}

async function pending(services: Services, who: ProvedIdentity): Promise<string> {
  const answer = await come(services, who, true);
  assert(answer.kind === "pending");
  return answer.token;
}

const link = async (services: Services, person: Person, who: ProvedIdentity) =>
  await linkIdentity(services, person, await pending(services, who));

Deno.test("two who come with one identity at the same time are one new person", async () => {
  await using test = await testServices();
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => come(test.services, proved("1", "a@mejl.example"))),
  );
  const ids = answers.map((one) => one.kind === "signed-in" ? one.begun.person.id : one.kind);
  assert.equal(new Set(ids).size, 1);
});

Deno.test("two who link one identity at the same time: it is one's", async () => {
  await using test = await testServices();
  const { services } = test;
  const [maja, karin] = [
    await aPerson(services, "Maja", "customer"),
    await aPerson(services, "Karin"),
  ];
  const who = proved("1", "a@mejl.example");
  const tokens = [await pending(services, who), await pending(services, who)];
  const answers = await Promise.all([
    linkIdentity(services, maja, tokens[0] ?? ""),
    linkIdentity(services, karin, tokens[1] ?? ""),
  ]);
  assert.deepEqual(answers.toSorted(), [null, "taken"].toSorted());
});

Deno.test("nobody has more than there can be, and linking again changes nothing", async () => {
  await using test = await testServices();
  const { services } = test;
  const maja = await aPerson(services, "Maja", "customer");
  for (let i = 0; i < MAX_IDENTITIES; i++) {
    assert.equal(await link(services, maja, proved(`${i}`, "a@mejl.example")), null);
  }
  assert.equal(await link(services, maja, proved("more", "a@mejl.example")), "too-many");
  const token = await pending(services, proved("late", "a@mejl.example"));
  test.clock.advance({ minutes: 10 });
  assert.equal(await linkIdentity(services, maja, token), "over");
  assert.equal((await services.identities.of(maja.id)).length, MAX_IDENTITIES);
});

Deno.test("two tabs that each take away another of two ways leave one", async () => {
  await using test = await testServices();
  const { services } = test;
  // Nobody can reach her.
  const maja = { ...await aPerson(services, "Maja", "customer"), email: "" };
  for (const subject of ["1", "2"]) await link(services, maja, proved(subject, "a@mejl.example"));
  const own = await services.identities.of(maja.id);
  const gone = await Promise.all(own.map(({ mark }) => unlinkIdentity(services, maja, mark)));
  assert.deepEqual(gone.toSorted(), [false, true]);
  assert.equal((await services.identities.of(maja.id)).length, 1);
});

Deno.test("an identity is its provider and the person's id there: neither alone, nor glued otherwise", async () => {
  await using test = await testServices();
  const { identities } = test.services;
  const marks = await Promise.all([
    identities.mark({ source: "google", subject: "1" }),
    identities.mark({ source: "github", subject: "1" }),
    identities.mark({ source: "google", subject: "11" }),
    identities.mark({ source: "google/1", subject: "" }),
    identities.mark({ source: "https://a", subject: "/b" }),
    identities.mark({ source: "https://a/", subject: "b" }),
  ]);
  assert.equal(new Set(marks).size, marks.length);
});
