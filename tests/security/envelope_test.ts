import assert from "node:assert/strict";
import {
  type DataKey,
  dataKey,
  openEnvelope,
  parseEnvelope,
  sealEnvelope,
  type SealPlace,
} from "../../lib/security/envelope.ts";
import { SealError, type SealFault } from "../../lib/security/seal-error.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";

const ID = "01JDQ8ZV5T0000000000000001";
const OTHER = "01JDQ8ZV5T0000000000000002";
const key = dataKey(ID, new Uint8Array(32).fill(1));
const place = { family: "booking", key: ["01A", 7] };
const TEXT = JSON.stringify([{ name: "Åsa Öberg", phone: "+46701234567" }, "Grön väska"]);
const FIELDS = ["contact", "note"];

function sealed(own: DataKey = key, at: SealPlace = place): Uint8Array {
  return sealEnvelope(own, { ...at, fields: FIELDS }, TEXT, secureRandomBytes(12));
}

function fault(open: () => unknown): SealFault | null {
  try {
    open();
    return null;
  } catch (error) {
    if (error instanceof SealError) return error.code;
    throw error;
  }
}

const opens = (bytes: Uint8Array, at: SealPlace = place, own: DataKey = key) =>
  openEnvelope(own, at, parseEnvelope(bytes));

Deno.test("an envelope opens at its place with its key, and says which fields it has", () => {
  const envelope = parseEnvelope(sealed());
  assert.deepEqual([envelope.keyId, envelope.fields], [ID, FIELDS]);
  assert.equal(openEnvelope(key, place, envelope), TEXT);
});

Deno.test("an envelope of which any bit is flipped is refused by name", () => {
  const bytes = sealed();
  const faults = new Map<string, number>();
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const bent = bytes.slice();
    bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const said = fault(() => opens(bent));
    assert.ok(said === "altered" || said === "malformed", `bit ${bit}: ${said}`);
    faults.set(said, (faults.get(said) ?? 0) + 1);
  }
  // Both ways of refusing are met: the parser alone would prove little.
  assert.deepEqual([...faults.keys()].sort(), ["altered", "malformed"]);
  assert.ok((faults.get("altered") ?? 0) > TEXT.length * 8, "each bit of the text is one of them");
});

Deno.test("an envelope that is cut anywhere, or goes on, is refused", () => {
  const bytes = sealed();
  for (let length = 0; length < bytes.length; length++) {
    assert.notEqual(fault(() => opens(bytes.slice(0, length))), null, `${length} bytes`);
  }
  assert.equal(fault(() => opens(new Uint8Array([...bytes, 0]))), "altered");
});

Deno.test("an envelope opens at no other place: record, part of its key, family", () => {
  const bytes = sealed();
  const elsewhere: SealPlace[] = [
    { family: "booking", key: ["01B", 7] },
    { family: "booking", key: ["01A", 8] },
    { family: "booking", key: ["01A"] },
    { family: "booking", key: ["01A", 7, 7] },
    // The same letters, cut elsewhere, or of another kind.
    { family: "booking", key: ["01A7"] },
    { family: "booking", key: ["01A", "7"] },
    { family: "booking", key: ["01A", 7n] },
    { family: "booking01A", key: [7] },
    { family: "bookingEvent", key: ["01A", 7] },
  ];
  for (const at of elsewhere) {
    assert.equal(
      fault(() => opens(bytes, at)),
      "altered",
      JSON.stringify(at, (_, one) => typeof one === "bigint" ? `${one}n` : one),
    );
  }
});

Deno.test("what was sealed of some fields, or for somebody else, opens under the head of no other envelope", () => {
  const of = (fields: readonly string[], own = key) =>
    sealEnvelope(own, { ...place, fields }, JSON.stringify(["x"]), secureRandomBytes(12));
  const others = dataKey(OTHER, new Uint8Array(32).fill(3));
  const [note, name, anothers] = [of(["note"]), of(["name"]), of(["note"], others)];
  // One length: head and body can be cut at the same byte.
  const bodyAt = 74 + JSON.stringify(["note"]).length;
  for (const [head, body] of [[note, name], [name, note], [note, anothers], [anothers, note]]) {
    assert.ok(head !== undefined && body !== undefined);
    const joined = new Uint8Array([...head.slice(0, bodyAt), ...body.slice(bodyAt)]);
    // With the other's IV too, so that the place alone tells them apart.
    const withIv = joined.slice();
    withIv.set(body.slice(60, 72), 60);
    for (const bytes of [joined, withIv]) {
      for (const own of [key, others]) {
        assert.equal(fault(() => opens(bytes, place, own)), "altered");
      }
    }
  }
});

Deno.test("no second key opens an envelope, also one of the same name", () => {
  const bytes = sealed();
  const same = dataKey(ID, new Uint8Array(32).fill(2));
  const others = [same, dataKey(OTHER, new Uint8Array(32).fill(1))];
  for (const other of others) assert.equal(fault(() => opens(bytes, place, other)), "altered");
  // One made to fit by its tag would still have another check value.
  assert.equal(fault(() => opens(bytes, place, { ...key, check: same.check })), "altered");
});

Deno.test("names of fields are written in one way alone", () => {
  for (const said of ['["contact", "note"]', '["contact",1]', "{}", '["\\u0063ontact"]', "["]) {
    const fields = new TextEncoder().encode(said);
    const bytes = sealed();
    const bent = new Uint8Array([
      ...bytes.slice(0, 72),
      fields.length >> 8,
      fields.length & 0xff,
      ...fields,
      ...bytes.slice(74 + JSON.stringify(FIELDS).length),
    ]);
    assert.equal(fault(() => parseEnvelope(bent)), "malformed", said);
  }
});

Deno.test("what is sealed shows neither its text nor, twice, the same bytes", () => {
  const [one, two] = [sealed(), sealed()];
  assert.ok(!new TextDecoder().decode(one).includes("Åsa"));
  assert.notDeepEqual(one.slice(60, 72), two.slice(60, 72));
  assert.notDeepEqual(one.slice(-40), two.slice(-40));
});
