import assert from "node:assert/strict";
import { instant, listOf, orNull, record, text } from "../../lib/kernel/shape.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { publishEdition, settledEdition, stagedRow } from "../../lib/kv/edition.ts";
import { family } from "../../lib/kv/family.ts";
import { Feed } from "../../lib/kv/feed.ts";
import { bodiesOf, feedKind } from "../../lib/kv/feed-row.ts";
import type { Database } from "../../lib/kv/open.ts";
import {
  readEntries,
  readEntry,
  readIfReadable,
  readList,
  readListWhole,
  readThoseReadable,
  readTogether,
} from "../../lib/kv/read.ts";
import { Sweep } from "../../lib/kv/sweep.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { UnreadableRow, unreadableRows } from "../../lib/kv/unreadable-rows.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { memoryDatabase } from "../support/databases.ts";
import { testSealing } from "../support/sealing.ts";

interface Ride {
  whom: { name: string; phone: string };
  stops: { at: string; label: string | null }[];
  note?: string;
  priceOre: string;
}

const facts = { privacy: "C3", subject: "customer" } as const;
const rides = family<[id: string], Ride>("ride", {
  ...facts,
  kept: { until: "expiry", atMostMs: 1 },
  endsMs: ({ priceOre }) => Number(priceOre),
  shape: record<Omit<Ride, "note">>({
    whom: record<Ride["whom"]>({ name: text, phone: text }),
    stops: listOf(record<Ride["stops"][number]>({ at: text, label: orNull(text) })),
    priceOre: text,
  }),
  sealed: {
    fields: ["whom", "stops.*.label", "note"],
    subject: ({ whom }) => whom.phone === "" ? null : { kind: "phone", at: whom.phone },
    erased: { whom: { name: "", phone: "" }, "stops.*.label": null, note: "" },
  },
});
const notes = family<[ride: string, number: number], { said: string; at: string }>("rideNote", {
  ...facts,
  kept: { until: "erased" },
  sealed: {
    fields: ["said"],
    subject: (_, key) => ({ like: rides(String(key[1])) }),
    erased: { said: "" },
  },
});
const told = feedKind<{ at: string; ride: string; name: string; phone: string }>(
  "ride",
  undefined,
  record<{ at: string; name: string }>({ at: instant, name: text }),
  {
    fields: ["name", "phone"],
    subject: ({ phone }) => ({ kind: "phone", at: phone }),
    erased: { name: "gone", phone: "" },
  },
);

const AT = "2026-11-23T05:00:00Z";
const ride = (name: string, phone = "+461"): Ride => ({
  whom: { name, phone },
  stops: [{ at: "1", label: "Hemma" }, { at: "2", label: null }],
  note: "Porten",
  priceOre: "100",
});

async function write(db: Database, add: (tx: Transaction) => void): Promise<void> {
  await commitWithRetry<null>(db, (tx) => {
    add(tx);
    return Promise.resolve(null);
  });
}

async function world() {
  const memory = await memoryDatabase();
  return {
    raw: memory.db,
    ...testSealing(memory.db),
    [Symbol.asyncDispose]: memory[Symbol.asyncDispose],
  };
}

/** Everything that stands in the database, as text. */
async function allBytes(raw: Database): Promise<string> {
  const rows = await Array.fromAsync(raw.read.list({ prefix: [] }));
  return rows.map(({ key, value }) =>
    `${key.join(" ")} ${Deno.inspect(value, { depth: 9, strAbbreviateSize: 9e6 })}`
  )
    .join("\n");
}

Deno.test("sealed fields are gone from the stored row, and back for every way of reading", async () => {
  await using given = await world();
  const { db, raw } = given;
  const row = ride("Åsa");
  await write(db, (tx) => tx.set(rides("a"), row).set(rides("b"), ride("Bo", "+462")));
  assert.deepEqual(row, ride("Åsa"), "the row of whoever wrote it is left as it is");
  const bytes = await allBytes(raw);
  for (const canary of ["Åsa", "Hemma", "Porten"]) {
    assert.ok(!bytes.includes(canary), canary);
  }
  assert.match(bytes, /priceOre/);
  const one = ride("Åsa");
  assert.deepEqual((await readEntry(db.read, rides("a"))).value, one);
  assert.deepEqual((await readIfReadable(db.read, rides("a"))).value, one);
  assert.deepEqual((await readTogether(db.read, [rides("a")]))[0].value, one);
  assert.deepEqual((await readEntries(db.read, [rides("c"), rides("a")]))[1]?.value, one);
  assert.deepEqual((await readThoseReadable(db.read, [rides("a")]))[0]?.value, one);
  const list = await readList(db.read, { prefix: rides.prefix }, 10);
  assert.deepEqual(list.map(({ value }) => value.whom.name), ["Åsa", "Bo"]);
  const last = await readList(db.read, { prefix: rides.prefix }, 1, true);
  assert.equal(last[0]?.value.whom.name, "Bo");
  // Whoever asks the handle itself is answered alike.
  assert.deepEqual((await db.read.get<Ride>(rides("a"))).value, one);
  const [watched] = await Array.fromAsync(take(db.read.watch<[Ride]>([rides("a")])));
  assert.deepEqual(watched?.[0].value, one);
});

async function* take<Item>(stream: ReadableStream<Item>): AsyncGenerator<Item> {
  const reader = stream.getReader();
  const { value } = await reader.read();
  if (value !== undefined) yield value;
  await reader.cancel();
}

Deno.test("a list longer than a batch loads its keys in as few reads as there are batches", async () => {
  await using given = await world();
  const { db, raw } = given;
  for (let i = 0; i < 120; i++) {
    await write(db, (tx) => tx.set(rides(String(i).padStart(3, "0")), ride("Åsa", `+46${i % 30}`)));
  }
  let reads = 0;
  const counting = new Proxy(raw.read, {
    get(kv, name: keyof Deno.Kv) {
      if (name === "getMany") reads++;
      const part: unknown = kv[name];
      return typeof part === "function" ? part.bind(kv) : part;
    },
  });
  const cold = testSealing({ ...raw, read: counting }).db;
  const list = await readList(cold.read, { prefix: rides.prefix }, 100);
  assert.equal(list.length, 100);
  assert.equal(reads, 3, "thirty keys are three times ten");
});

Deno.test("rows of earlier releases are read as they are, and sealed when they are written again", async () => {
  await using given = await world();
  const { db, raw } = given;
  await write(raw, (tx) => tx.set(rides("a"), ride("Åsa")));
  assert.equal((await readEntry(db.read, rides("a"))).value?.whom.name, "Åsa");
  await write(db, (tx) => tx.set(rides("a"), ride("Åsa")));
  assert.ok(!(await allBytes(raw)).includes("Åsa"));
});

Deno.test("a row whose key is destroyed is read with what was declared in place of what was sealed", async () => {
  await using given = await world();
  const { db, raw, subjectKeys } = given;
  await write(db, (tx) => {
    tx.set(rides("a"), ride("Åsa")).set(rides("b"), ride("Bo", "+462")).set(notes("a", 1), {
      said: "Hej",
      at: AT,
    });
    tx.append(told, { at: AT, ride: "a", name: "Åsa", phone: "+461" });
  });
  const before = (await raw.read.get<Ride>(rides("a"))).value;
  await commitWithRetry(db, (tx) => subjectKeys.destroy(tx, "phone/+461"));
  assert.deepEqual((await readEntry(db.read, rides("a"))).value, {
    whom: { name: "", phone: "" },
    stops: [{ at: "1", label: null }, { at: "2", label: null }],
    note: "",
    priceOre: "100",
  });
  assert.deepEqual((await readEntry(db.read, notes("a", 1))).value, { said: "", at: AT });
  assert.equal((await readEntry(db.read, rides("b"))).value?.whom.name, "Bo");
  const { commits } = await new Feed(db).since("", 10);
  assert.deepEqual(bodiesOf(told, commits[0] ?? { entries: [] }), [
    { at: AT, ride: "a", name: "gone", phone: "" },
  ]);
  assert.deepEqual(
    (await raw.read.get<Ride>(rides("a"))).value,
    before,
    "no byte of it has changed",
  );
});

Deno.test("whoever writes an erased row again seals it for nobody, and it reads the same", async () => {
  await using given = await world();
  const { db, subjectKeys } = given;
  await write(db, (tx) => tx.set(rides("a"), ride("Åsa")));
  await commitWithRetry(db, (tx) => subjectKeys.destroy(tx, "phone/+461"));
  const { value } = await readEntry(db.read, rides("a"));
  assert.ok(value !== null);
  await write(db, (tx) => tx.set(rides("a"), { ...value, priceOre: "200" }));
  assert.deepEqual((await readEntry(db.read, rides("a"))).value, { ...value, priceOre: "200" });
});

Deno.test("a row of the same subject as another follows it, in one commit and in a later one", async () => {
  await using given = await world();
  const { db, subjectKeys } = given;
  await write(
    db,
    (tx) => tx.set(notes("a", 1), { said: "Ett", at: AT }).set(rides("a"), ride("Åsa")),
  );
  await write(db, (tx) => tx.set(notes("a", 2), { said: "Två", at: AT }));
  await write(db, (tx) => tx.set(notes("nobody's", 1), { said: "Tre", at: AT }));
  await commitWithRetry(db, (tx) => subjectKeys.destroy(tx, "phone/+461"));
  const list = await readList(db.read, { prefix: notes.prefix }, 10);
  assert.deepEqual(list.map(({ value }) => value.said), ["", "", "Tre"]);
});

Deno.test("entries of the feed are sealed each for its own, and refused when they are changed places", async () => {
  await using given = await world();
  const { db, raw } = given;
  await write(db, (tx) => {
    tx.append(told, { at: AT, ride: "a", name: "Åsa", phone: "+461" });
    tx.append(told, { at: AT, ride: "b", name: "Bo", phone: "+462" });
  });
  assert.ok(!(await allBytes(raw)).includes("Åsa"));
  const feed = new Feed(db);
  const names = async () => {
    const spoilt: string[] = [];
    const { commits } = await feed.since("", 10);
    const found = commits.flatMap((commit) =>
      bodiesOf(told, { ...commit, spoilt: (error) => spoilt.push(error.message) })
    );
    return { names: found.map(({ name }) => name), spoilt };
  };
  assert.deepEqual(await names(), { names: ["Åsa", "Bo"], spoilt: [] });
  const [row] = await Array.fromAsync(
    raw.read.list<{ entries: { body: { $seal: unknown } }[] }>({ prefix: ["feed"] }),
  );
  const [one, two] = row?.value.entries ?? [];
  assert.ok(row !== undefined && one !== undefined && two !== undefined);
  [one.body.$seal, two.body.$seal] = [two.body.$seal, one.body.$seal];
  await raw.write.set(row.key, row.value);
  const after = await names();
  assert.deepEqual(after.names, []);
  assert.match(after.spoilt.join(), /was altered or put into another place/);
});

Deno.test("what cannot be opened is a row nobody can read, by its name, and never one without those fields", async () => {
  await using given = await world();
  const { db, raw } = given;
  await write(db, (tx) => tx.set(rides("a"), ride("Åsa")).set(rides("b"), ride("Bo", "+462")));
  const [a, b] = [await raw.read.get<object>(rides("a")), await raw.read.get<object>(rides("b"))];
  const seal = (row: object | null) => (row as { $seal?: string } | null)?.$seal ?? "";
  const keyId = (await raw.read.get<string>(["subjectKeyOf", "phone/+461"])).value;
  const cases: [unknown, RegExp][] = [
    [{ ...a.value, $seal: seal(b.value) }, /ride was altered or put into another place/],
    [{ ...a.value, $seal: new Uint8Array(9) }, /ride has a damaged seal/],
    [{ ...a.value, $seal: "seal" }, /ride has a damaged seal/],
    [{ ...a.value, $seal: "not base64!" }, /ride has a damaged seal/],
  ];
  for (const [bent, said] of cases) {
    await raw.write.set(rides("a"), bent);
    await assert.rejects(readEntry(db.read, rides("a")), said);
    assert.equal((await readIfReadable(db.read, rides("a"))).value, null);
    const { rows, leftOut } = await readListWhole(db.read, { prefix: rides.prefix }, 10);
    assert.deepEqual([rows.length, leftOut.length], [1, 1]);
    assert.match(leftOut[0]?.error.message ?? "", said);
  }
  assert.ok(unreadableRows(db.read).take().length > 0);
  await raw.write.set(rides("a"), a.value);
  await raw.write.delete(["subjectKey", String(keyId)]);
  await assert.rejects(
    readEntry(testSealing(raw).db.read, rides("a")),
    /sealed with a key that nobody knows/,
  );
  // Where nothing seals, nothing opens.
  await assert.rejects(readEntry(raw.read, rides("b")), UnreadableRow);
});

Deno.test("rows of an edition wait sealed for the place they go to", async () => {
  await using given = await world();
  const { db, raw } = given;
  const rows = [stagedRow(rides("a"), ride("Åsa")), stagedRow(rides("b"), ride("Bo", "+462"))];
  const set = raw.write.atomic.bind(raw.write);
  const seen: string[] = [];
  raw.write.atomic = () => {
    const operation = set();
    const commit = operation.commit.bind(operation);
    operation.commit = async () => {
      const done = await commit();
      seen.push(await allBytes(raw));
      return done;
    };
    return operation;
  };
  const edition = await settledEdition(db);
  assert.ok(await publishEdition(db, { id: "01JDQ8ZV5T0000000000000001", rows, edition, at: AT }));
  assert.ok(seen.some((bytes) => bytes.includes("staged")));
  for (const bytes of seen) assert.ok(!bytes.includes("Åsa"));
  assert.deepEqual((await readEntry(db.read, rides("a"))).value, ride("Åsa"));
});

Deno.test("rows that are over are swept, sealed or erased", async () => {
  await using given = await world();
  const { db, subjectKeys } = given;
  await write(db, (tx) => tx.set(rides("a"), ride("Åsa")).set(rides("b"), ride("Bo", "+462")));
  await commitWithRetry(db, (tx) => subjectKeys.destroy(tx, "phone/+461"));
  assert.equal(await new Sweep(db, [rides]).next(manualClock(AT)), 2);
});
