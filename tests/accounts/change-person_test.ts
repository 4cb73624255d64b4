import assert from "node:assert/strict";
import { changePerson, joinPerson } from "../../lib/accounts/change-person.ts";
import { accessChanged } from "../../lib/accounts/person-feed.ts";
import type { PersonEvent } from "../../lib/accounts/person.ts";
import { evolvePerson, type PersonCommand } from "../../lib/accounts/person-rules.ts";
import type { Person } from "../../lib/accounts/person.ts";
import { CENTRAL } from "../../lib/accounts/role.ts";
import { bodiesOf } from "../../lib/kv/feed-row.ts";
import { anOperator, aPerson } from "../support/operator.ts";
import { refusal } from "../support/refusal.ts";
import { testServices } from "../support/services.ts";

const SERVER = { kind: "server" } as const;

Deno.test("a person is found by either address in any letters, and their story replays to what is stored", async () => {
  await using test = await testServices();
  const { services } = test;
  const karin = await aPerson(services, "Karin", "dispatcher");
  const change = (command: PersonCommand) =>
    changePerson(services, { id: karin.id, command }, SERVER);
  await change({ type: "reach", email: "Karin.Lind@taxi.example", phone: "+46701234567" });
  await change({ type: "rename", name: "Karin Lind" });
  assert.equal(await services.people.ownerOf("email", "karin.lind@taxi.example"), karin.id);
  assert.equal(await services.people.ownerOf("phone", "+46701234567"), karin.id);
  assert.equal(await services.people.ownerOf("email", karin.email), null, "the former is free");
  const events = await services.people.events(karin.id);
  const replayed = events.reduce<Person | null>(
    (person, event: PersonEvent) => evolvePerson(person, event),
    null,
  );
  assert.deepEqual(replayed, (await services.people.get(karin.id))?.person);
});

Deno.test("the database holds no address as it is in the index of addresses", async () => {
  await using test = await testServices();
  await aPerson(test.services, "Karin");
  const rows = await Array.fromAsync(test.services.db.read.list({ prefix: ["personByReach"] }));
  assert.equal(rows.length, 1);
  assert.equal(JSON.stringify(rows).includes("karin"), false);
});

Deno.test("of twenty who join with one address at once one does, and the others are told", async () => {
  await using test = await testServices();
  const grants = [{ role: "customer", entity: CENTRAL }] as const;
  const joining = Array.from({ length: 20 }, (_, i) =>
    joinPerson(test.services, {
      name: `Maja ${i}`,
      email: i % 2 === 0 ? "maja@lind.example" : "MAJA@lind.example",
      phone: "",
      locale: "sv",
      grants,
    }, SERVER));
  const results = await Promise.allSettled(joining);
  assert.equal(results.filter(({ status }) => status === "fulfilled").length, 1);
  for (const result of results) {
    if (result.status === "rejected") await refusal(Promise.reject(result.reason), "address-taken");
  }
});

Deno.test("of two admins who take the role from each other at once, one stays", async () => {
  await using test = await testServices();
  const { services } = test;
  for (let round = 0; round < 10; round++) {
    const [one, other] = [await aPerson(services, "Amir"), await aPerson(services, "Sara")];
    const take = (from: Person, by: Person) =>
      changePerson(
        services,
        { id: from.id, command: { type: "ungrant", grant: { role: "admin", entity: CENTRAL } } },
        { kind: "person", id: by.id, name: by.name },
      );
    await Promise.allSettled([take(one, other), take(other, one)]);
    const { ids } = await services.people.admins();
    assert.equal(ids.length, 1);
    for (const { id } of [one, other]) {
      if (ids.includes(id)) continue;
      const command = { type: "grant", grant: { role: "admin", entity: CENTRAL } } as const;
      await changePerson(services, { id, command }, SERVER);
    }
  }
});

Deno.test("a block ends every session at once and tells the feed; the person comes back by a new sign-in alone", async () => {
  await using test = await testServices();
  const { services } = test;
  await aPerson(services, "Amir");
  const [first, second] = [await anOperator(services), await anOperator(services)];
  const { personId } = first.session;
  const told: string[] = [];
  const stop = services.sessions.onEnd((id) => told.push(id));
  const cursor = await services.feed.head();
  await changePerson(services, { id: personId, command: { type: "block", reason: "" } }, SERVER);
  stop();
  assert.deepEqual(new Set(told), new Set([first.session.id, second.session.id]));
  for (const { session } of [first, second]) {
    assert.equal(await services.sessions.look(session.id), null);
  }
  const { commits } = await services.feed.since(cursor, 10);
  const about = commits.flatMap((commit) => bodiesOf(accessChanged, commit));
  assert.equal(about.some((body) => body.personId === personId), true);
  await changePerson(services, { id: personId, command: { type: "unblock" } }, SERVER);
  assert.equal(await services.sessions.look(first.session.id), null);
});

Deno.test("rights of the next request are those the person has then", async () => {
  await using test = await testServices();
  const { services } = test;
  await aPerson(services, "Amir");
  const karin = await aPerson(services, "Karin", "dispatcher");
  const { session } = await anOperator(services, "Karin");
  assert.equal(session.rights.includes("edit-setup"), false);
  const command = { type: "rename", name: "Karin Lind" } as const;
  await changePerson(services, { id: karin.id, command }, SERVER);
  assert.equal((await services.sessions.look(session.id))?.person.name, "Karin Lind");
});

Deno.test("changing nobody is refused", async () => {
  await using test = await testServices();
  const change = { id: "nobody", command: { type: "unblock" } } as const;
  await refusal(changePerson(test.services, change, SERVER), "person-not-found");
});
