// Who stands before their own data: what is theirs, and whether they have just shown who they are.
import assert from "node:assert/strict";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { visitorOfGuest, visitorOfPerson } from "../../lib/privacy/visitor.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

Deno.test("a person owns what is under them, their number and their address, and the first is their own", async () => {
  await using test = await testServices();
  const { signedIn } = (await anOperator(test.services)).session;
  const phone = "+46701740611";
  const person = { ...signedIn.person, phone, email: "maja@example.org" };
  const visitor = await visitorOfPerson(test.services, { ...signedIn, person });
  const { reachKey } = test.services;
  assert.deepEqual(visitor.marks, [
    await reachMark(reachKey, "person", person.id),
    await reachMark(reachKey, "phone", phone),
    await reachMark(reachKey, "email", person.email),
  ]);
  const bare = { ...signedIn, person: { ...person, phone: "", email: "" } };
  assert.equal((await visitorOfPerson(test.services, bare)).marks.length, 1);
});

Deno.test("a proof is fresh for ten minutes, of a person and of a guest", async () => {
  await using test = await testServices();
  const { signedIn } = (await anOperator(test.services)).session;
  const reach = { kind: "phone", at: "+46701740611" } as const;
  const proven = { reach, provenAt: test.clock.now().toString() };
  const fresh = async () => [
    (await visitorOfPerson(test.services, signedIn)).isFresh,
    (await visitorOfGuest(test.services, proven)).isFresh,
  ];
  test.clock.advance({ minutes: 9, seconds: 59 });
  assert.deepEqual(await fresh(), [true, true]);
  test.clock.advance({ seconds: 1 });
  assert.deepEqual(await fresh(), [false, false]);
});
