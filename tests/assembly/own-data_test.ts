// What the file of somebody's own data is made of: every family of personal data stands in it, or says why not.
import assert from "node:assert/strict";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { ownDataOf, WITHOUT_OWN_DATA } from "../../lib/assembly/own-data.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import type { AnyFamily } from "../../lib/kv/family.ts";
import type { OwnData, OwnFieldType } from "../../lib/kernel/own-data.ts";
import { subjectOf } from "../../lib/privacy/download-own-data.ts";
import type { Visitor } from "../../lib/privacy/visitor.ts";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { DEMO_DRIVERS } from "../../scripts/demo/demo-fleet.ts";
import { testServices } from "../support/services.ts";
import { wholeLife } from "../support/whole-life.ts";

const [FIRST, SECOND] = DEMO_DRIVERS.map(({ id }) => String(id));

const MAJA = {
  ...{ name: "Maja Majasson", email: "maja@maja.example", phone: "+46701740611" },
  ...{ note: "Majas ord", driver: FIRST ?? "" },
};
const OLLE = {
  ...{ name: "Olle Ollesson", email: "olle@olle.example", phone: "+46701740612" },
  ...{ note: "Olles ord", driver: SECOND ?? "" },
};

/** Families of personal data that stand in neither list, in both, or in one without being there. */
function misplaced(families: readonly AnyFamily[], own: readonly OwnData[]): string[] {
  const personal = families.filter(({ subject }) => subject !== "nobody").map(({ name }) => name);
  const listed = [...own.map(({ family }) => family), ...Object.keys(WITHOUT_OWN_DATA)];
  return [
    ...personal.filter((name) => listed.filter((one) => one === name).length !== 1),
    ...listed.filter((name) => !personal.includes(name)),
  ];
}

Deno.test("every family of personal data hands out what is its person's, or says why not", async () => {
  await using test = await testServices();
  const own = ownDataOf(test.services);
  assert.deepEqual(misplaced(KEY_FAMILIES, own), []);
  const [planted] = KEY_FAMILIES;
  assert(planted);
  const forgotten = {
    ...planted,
    name: "planted",
    subject: "customer",
    prefix: ["planted"],
  } as const;
  assert.deepEqual(misplaced([...KEY_FAMILIES, forgotten], own), ["planted"]);
});

Deno.test("each family that hands something out is called by a name in every language, and no other is", async () => {
  await using test = await testServices();
  const families = ownDataOf(test.services).map(({ family }) => family).sort();
  for (const locale of LOCALES) {
    assert.deepEqual(Object.keys(textsFor(locale).ownData.family).sort(), families);
  }
});

Deno.test("of somebody with a row in every family each hands out one, of the types it says and with no other field", async () => {
  await using test = await testServices();
  const { services } = test;
  const { person } = await wholeLife(services, MAJA);
  const subject = await subjectOf(services, await visitorOf(services, person.id, MAJA));
  for (const { family, fields, rows } of ownDataOf(services)) {
    const found = await Array.fromAsync(rows(subject));
    assert(found.length > 0, `${family} hands out nothing`);
    for (const row of found) {
      assert.deepEqual(Object.keys(row).sort(), Object.keys(fields).sort(), family);
      for (const [name, type] of Object.entries(fields)) {
        assert(fits(row[name], type), `${family}.${name}: ${row[name]} is no ${type}`);
      }
    }
  }
});

Deno.test("of two with a row in every family nobody is handed a word of the other's", async () => {
  await using test = await testServices();
  const { services } = test;
  const maja = await wholeLife(services, MAJA);
  const olle = await wholeLife(services, OLLE);
  const texts = await Promise.all([
    allOf(services, maja.person.id, MAJA),
    allOf(services, olle.person.id, OLLE),
  ]);
  for (const [text, own, other] of [[texts[0], MAJA, OLLE], [texts[1], OLLE, MAJA]] as const) {
    for (const word of [own.name, own.email, own.phone, own.note]) {
      assert(text.includes(word), word);
    }
    for (const word of [other.name, other.email, other.phone, other.note]) {
      assert(!text.includes(word), `${word} is the other's`);
    }
    assert(!text.includes(other === OLLE ? olle.booking.reference : maja.booking.reference));
  }
});

Deno.test("no secret is handed out: no hash, no key, no code, no address that lets anybody write to them", async () => {
  await using test = await testServices();
  const { person } = await wholeLife(test.services, MAJA);
  const text = await allOf(test.services, person.id, MAJA);
  const password = await test.services.db.read.get<{ hash: string; salt: string }>([
    ...["password", person.id],
  ]);
  assert(password.value);
  for (const secret of [password.value.hash, password.value.salt, "p256dh", "csrf", "ciphertext"]) {
    assert(!text.includes(secret), secret);
  }
});

async function visitorOf(
  { reachKey }: Pick<Services, "reachKey">,
  personId: string,
  { phone, email }: typeof MAJA,
): Promise<Visitor> {
  const marks = await Promise.all([
    reachMark(reachKey, "person", personId),
    reachMark(reachKey, "phone", phone),
    reachMark(reachKey, "email", email),
  ]);
  const subject = { kind: "person", personId } as const;
  return { subject, marks, isFresh: true, identity: "fresh-proof", surface: "account" };
}

async function allOf(services: Services, personId: string, words: typeof MAJA): Promise<string> {
  const subject = await subjectOf(services, await visitorOf(services, personId, words));
  const rows = await Promise.all(
    ownDataOf(services).map((family) => Array.fromAsync(family.rows(subject))),
  );
  return JSON.stringify(rows);
}

function fits(value: unknown, type: OwnFieldType): boolean {
  switch (type) {
    case "text":
      return typeof value === "string";
    case "flag":
      return typeof value === "boolean";
    case "instant":
    case "date":
      return value === null || !Number.isNaN(Date.parse(String(value)));
    case "number":
    case "ore":
      return value === null || Number.isFinite(value);
  }
}
