import assert from "node:assert/strict";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { type AnyFamily, family, type UnsealedReason } from "../../lib/kv/family.ts";
import { isUnder } from "../../lib/kv/sealed-fields.ts";
import { NOT_PERSONAL, pathsOf, SEALED_TABLES } from "../support/personal-fields.ts";
import type { StoredFields } from "../support/stored-fields.ts";

const REASONS: Readonly<Record<UnsealedReason, readonly string[]>> = {
  "keyed marks, ids and times only": [
    ...["accountOfDriver", "bookingByOwner", "dataRequestByMark", "driverAccount", "erasure"],
    ...["feeDraft", "settlementTerms"],
    ...[
      "bookingByDriver",
      "consentByMark",
      "consentNow",
      "consentRecord",
      "driverCheck",
      "subjectLimits",
      "recipientTelling",
      "veilByMark",
      "restrictedMark",
    ],
    ...[
      "buyerClaims",
      "halfwaySignIn",
      "heldBookings",
      "openDataRequest",
      "ownIdentity",
      "ownPasskey",
    ],
    ...["ownSession", "pace", "passkeyChallenge", "personByReach", "ridesOfReach"],
    ...[
      "subjectKeyOf",
      "tries",
      "limitRefusal",
      "paperReminder",
      "staffDay",
      "securityFinding",
      "auditEntry",
      "auditIntent",
    ],
    "auditFurther",
  ],
  "hashes only": ["password", "recoveryCodes"],
  "sealed by its room": ["guestProof", "sentCode", "signInFlow"],
  "facts of rides without a person": ["invoice", "sale", "webhookDelivery", "webhookNews"],
  "words of our own only": ["trail"],
  "wrapped keys": ["subjectKey"],
  "rows that are sealed themselves": ["feed", "staged"],
};

/** Families whose personal data nobody seals, and those that seal what is nobody's. */
function wronglySealed(families: readonly AnyFamily[]): string[] {
  const wrong = families.filter(({ privacy, sealed, unsealed }) => {
    const isPersonal = ["C2", "C3", "C4"].includes(privacy);
    return isPersonal ? (sealed === undefined) === (unsealed === undefined) : sealed !== unsealed;
  });
  return wrong.map(({ name }) => name);
}

Deno.test("a family of class C2 or above is sealed, or says out of a closed set why it is not", () => {
  assert.deepEqual(wronglySealed(KEY_FAMILIES), []);
  const given = KEY_FAMILIES.flatMap(({ name, unsealed }) =>
    unsealed === undefined ? [] : [[unsealed, name] as const]
  );
  const declared = Object.entries(REASONS).flatMap(([reason, names]) =>
    names.map((name) => [reason, name] as const)
  );
  assert.deepEqual(given.map(String).sort(), declared.map(String).sort());
});

Deno.test("wronglySealed() sees a planted family without a seal, one with both, and one that seals nobody's data", () => {
  const facts = { subject: "customer", kept: { until: "erased" } } as const;
  const sealed = { fields: ["name"], subject: () => null, erased: { name: "" } };
  const planted = [
    family("bare", { ...facts, privacy: "C2" }),
    family("both", { ...facts, privacy: "C4", sealed, unsealed: "hashes only" }),
    family("public", { ...facts, privacy: "C1", sealed }),
    family("well", { ...facts, privacy: "C3", sealed }),
    family("hashes", { ...facts, privacy: "C4", unsealed: "hashes only" }),
    family("rows", { ...facts, privacy: "C0" }),
  ];
  assert.deepEqual(wronglySealed(planted), ["bare", "both", "public"]);
});

Deno.test("every sealed field says what it reads as once its person is erased", () => {
  for (const { name, sealed } of KEY_FAMILIES) {
    if (sealed === undefined) continue;
    assert.deepEqual(Object.keys(sealed.erased), [...sealed.fields], name);
  }
});

/** Fields that are neither sealed nor said to be nobody's; and what is said of fields that are not there. */
function unaccounted(
  fields: readonly string[],
  { tables, open }: { tables: readonly StoredFields[]; open: readonly string[] },
): string[] {
  const isSealed = (path: string) =>
    fields.some((field) => {
      const names = path.split(".").slice(0, field.split(".").length);
      return isUnder(names.join("."), field);
    });
  const left = pathsOf(tables).filter((path) => !isSealed(path));
  return [
    ...left.filter((path) => !open.includes(path)),
    ...open.filter((path) => !left.includes(path)),
  ];
}

Deno.test("every field of a sealed family's rows is sealed, or listed as nobody's", () => {
  const sealed = KEY_FAMILIES.flatMap((one) => one.sealed === undefined ? [] : [one]);
  assert.deepEqual(Object.keys(SEALED_TABLES).sort(), sealed.map(({ name }) => name).sort());
  for (const { name, sealed: { fields = [] } = {} } of sealed) {
    const given = { tables: SEALED_TABLES[name] ?? [], open: NOT_PERSONAL[name] ?? [] };
    assert.deepEqual(unaccounted(fields, given), [], name);
  }
});

Deno.test("unaccounted() sees a planted field that nobody thought of, and one that is gone", () => {
  const tables = [{ id: 1, name: 1, part: { lines: 1, street: 1 }, list: [{ label: 1 }] }] as const;
  const fields = ["part", "list.*.label"];
  assert.deepEqual(unaccounted(fields, { tables, open: ["id", "gone"] }), ["name", "gone"]);
  assert.deepEqual(unaccounted(fields, { tables, open: ["id", "name"] }), []);
});
