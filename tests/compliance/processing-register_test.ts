// The record of processing says what is stored, whole: no personal data without a purpose, no purpose without words.
import assert from "node:assert/strict";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { processingRegister } from "../../lib/compliance/processing-register.ts";
import { WAYS_OUT } from "../../lib/compliance/processor.ts";
import { PURPOSE_NAMES, PURPOSES } from "../../lib/privacy/purposes.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { family } from "../../lib/kv/family.ts";

Deno.test("every family with personal data serves a purpose, and every name of the purposes is a family", () => {
  const { unnamed, unknown } = processingRegister(KEY_FAMILIES);
  assert.deepEqual({ unnamed, unknown }, { unnamed: [], unknown: [] });
});

Deno.test("a family nobody has a purpose for is named, one without personal data is not", () => {
  const kept = { until: "erased" } as const;
  const planted = family("planted", { privacy: "C2", subject: "driver", kept });
  const plain = family("plain", { privacy: "C1", subject: "nobody", kept });
  assert.deepEqual(processingRegister([planted, plain]).unnamed, ["planted"]);
});

Deno.test("a purpose that names what is not stored is named, and does not claim to store it", () => {
  const [first] = PURPOSES;
  assert(first !== undefined);
  const wrong = { ...first, families: [...first.families, "gone"] };
  const { unknown, entries } = processingRegister(KEY_FAMILIES, [wrong]);
  assert.deepEqual(unknown, ["gone"]);
  assert.equal(entries[0]?.families.some(({ name }) => name === "gone"), false);
});

Deno.test("the purposes stand in their order, each once, with a basis, subjects and known recipients", () => {
  assert.deepEqual(PURPOSES.map(({ name }) => name), [...PURPOSE_NAMES]);
  const known = WAYS_OUT.map(({ id }) => id);
  for (
    const { purpose, subjects, families, recipients } of processingRegister(KEY_FAMILIES).entries
  ) {
    assert.notEqual(subjects.length, 0, purpose);
    assert.notEqual(families.length, 0, purpose);
    assert.deepEqual(recipients.filter((one) => !known.includes(one)), [], purpose);
  }
});

Deno.test("every way out is the recipient of some purpose: nothing leaves without a reason", () => {
  const named = new Set(PURPOSES.flatMap(({ recipients }) => recipients));
  assert.deepEqual(WAYS_OUT.map(({ id }) => id).filter((id) => !named.has(id)), []);
});

Deno.test("each purpose says in every language what, why, which data and until when", () => {
  for (const locale of LOCALES) {
    const { purposes } = textsFor(locale);
    for (const id of PURPOSE_NAMES) {
      for (const text of Object.values(purposes.purpose[id])) assert.notEqual(text.trim(), "", id);
    }
  }
});
