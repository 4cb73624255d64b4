// The audit log as those who watch over it read it: filters, one entry with its proof, files; and that it is written down.
import assert from "node:assert/strict";
import { parseEntry } from "../../lib/audit/entry.ts";
import { auditKeys } from "../../lib/audit/keys.ts";
import { noteVerifier } from "../../lib/audit/signed-note.ts";
import { checkProof, readProof } from "../../lib/audit/tlog-proof.ts";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { ROUTE_RULES } from "../../lib/http/route-table.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { readCsv } from "../../lib/setup/csv.ts";
import { areaOf } from "../../lib/ui/operator/audit/audit-words.ts";
import { anAuditEntry } from "../support/audit-entries.ts";
import { waiting } from "../support/audit-coverage.ts";
import { anOperator, type TestProduct, testProduct } from "../support/operator.ts";
import { aStoredBooking } from "../support/trips.ts";

interface Reader {
  get(path: string): Promise<{ status: number; text: string; headers: Headers }>;
  personId: string;
}

async function aReader(product: TestProduct): Promise<Reader> {
  const { cookie, session } = await anOperator(product.services);
  return {
    personId: session.personId,
    async get(path) {
      const response = await fetch(product.origin + path, { headers: { cookie } });
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
  };
}

/** The indexes of the entries a page lists. */
function listed(html: string): number[] {
  return [...html.matchAll(/href="\/admin\/audit\/(\d+)"/g)].map(([, index]) => Number(index));
}

/** The indexes of stored entries that fit. */
async function stored(
  { services }: TestProduct,
  fits: (entry: NonNullable<ReturnType<typeof parseEntry>>) => boolean,
): Promise<number[]> {
  const rows = await Array.fromAsync(services.db.read.list({ prefix: auditKeys.entry.prefix }));
  const entries = rows.flatMap(({ value }) => parseEntry(String(value)) ?? []);
  return entries.filter(fits).map(({ index }) => index).reverse();
}

Deno.test("entries are found by who, kind, command, day, permit holder and booking, in both languages", async () => {
  await using product = await testProduct();
  const { services } = product;
  const reader = await aReader(product);
  const { booking } = await aStoredBooking(services);
  const own = await anAuditEntry(services, { personId: reader.personId, why: "", act: "assign" });
  await anAuditEntry(services, { personId: "01K", why: "", subjects: ["holder/H1"] });
  const find = async (query: Record<string, string>) =>
    listed((await reader.get(paths.adminAudit(query))).text);
  assert.deepEqual((await find({})).length > 2, true);
  assert.deepEqual(
    await find({ who: `person/${reader.personId}`, what: "assign" }),
    [Number(own)],
  );
  assert.deepEqual(
    await find({ kind: "security" }),
    await stored(product, ({ kind }) => kind === "security"),
  );
  const mark = await reachMark(services.reachKey, "phone", booking.contact.phone);
  const ofBooking = await find({ subject: booking.reference });
  assert.deepEqual(
    ofBooking,
    await stored(
      product,
      ({ rows, subjects }) =>
        rows.some(({ row }) => row.split("/")[1] === booking.id) || subjects.includes(mark),
    ),
  );
  assert(ofBooking.length > 0);
  assert((await find({ subject: mark })).length > 0);
  assert.equal((await find({ holder: "H1" })).length > 0, true);
  assert.deepEqual(await find({ until: "2020-01-01" }), []);
  assert.deepEqual(await find({ from: "2099-01-01" }), []);
  assert.deepEqual(await find({ network: "83.252.x.x", outcome: "refused" }), []);
  for (const lang of ["sv", "en"] as const) {
    const words = textsFor(lang).audit;
    const { text } = await reader.get(`${paths.adminAudit({ subject: "K4Q7RM" })}&lang=${lang}`);
    assert(text.includes(words.title) && text.includes(words.unknownReference), lang);
  }
});

Deno.test("pages follow one another without a gap, also while the log grows", async () => {
  await using product = await testProduct();
  const { services } = product;
  const reader = await aReader(product);
  for (let i = 0; i < 120; i++) {
    await commitWithRetry(services.db, (tx) => Promise.resolve(void tx.audit({ act: `a${i}` })));
  }
  await services.auditAppender.append();
  const all = await stored(product, () => true);
  const found: number[] = [];
  for (let path: string | undefined = paths.adminAudit(); path !== undefined;) {
    const { text } = await reader.get(path);
    found.push(...listed(text));
    path = /class="button" href="(\/admin\/audit\?[^"]*before=\d+[^"]*)"/.exec(text)?.[1]
      ?.replaceAll(
        "&amp;",
        "&",
      );
    await services.auditAppender.append();
  }
  assert.deepEqual(found, all);
});

Deno.test("an entry says everything in words, with its proof against what was signed, and the same as a file", async () => {
  await using product = await testProduct();
  const { services } = product;
  const reader = await aReader(product);
  const { booking } = await aStoredBooking(services);
  const mark = await reachMark(services.reachKey, "phone", booking.contact.phone);
  const act = { personId: reader.personId, why: "Kunden ringde", subjects: [mark, "nobody"] };
  const index = await anAuditEntry(services, act);
  for (const lang of ["sv", "en"] as const) {
    const words = textsFor(lang).audit;
    const { text } = await reader.get(`${paths.adminAuditEntry(index)}?lang=${lang}`);
    for (
      const part of [
        words.verdicts.proved,
        words.sent(words.areas.bookings),
        "Kunden ringde",
        mark,
        words.kept,
        words.erased,
        "83.252.x.x",
      ]
    ) assert(text.includes(part), `${lang}: ${part}`);
  }
  const { text: file, headers } = await reader.get(paths.adminAuditProof(index));
  assert.match(headers.get("content-disposition") ?? "", /avanti-granskning-\d+\.tlog-proof/);
  const size = checkProof(readProof(file), [noteVerifier(services.auditSigner.verifierKey)]);
  assert.equal(size, Number(index) + 1);
  assert.equal((await reader.get(paths.adminAuditEntry("999999"))).status, 404);
  assert.equal((await reader.get(paths.adminAuditEntry("x"))).status, 404);
});

Deno.test("an entry that was changed in the database is not proved, and one that is not signed says so", async () => {
  await using product = await testProduct();
  const { services } = product;
  const reader = await aReader(product);
  const words = textsFor("en").audit;
  const index = await anAuditEntry(services, { personId: reader.personId, why: "" });
  const key = auditKeys.entry(Number(index));
  const { value } = await services.db.write.get<string>(key);
  await services.db.write.set(key, value?.replace("cancel", "assign"));
  const page = async (of: string) =>
    (await reader.get(`${paths.adminAuditEntry(of)}?lang=en`)).text;
  assert((await page(index)).includes(words.verdicts.altered));
  await commitWithRetry(services.db, (tx) => Promise.resolve(void tx.audit({ act: "late" })));
  await services.auditAppender.append();
  const late = String(Number(index) + 1);
  assert((await page(late)).includes(words.verdicts.unsigned));
  assert.equal((await reader.get(paths.adminAuditProof(late))).status, 404);
});

Deno.test("files have what was asked for, carry out nothing in a spreadsheet, and name whom they show in one entry", async () => {
  await using product = await testProduct();
  const { services } = product;
  const reader = await aReader(product);
  for (let i = 0; i < 60; i++) {
    await commitWithRetry(
      services.db,
      (tx) => Promise.resolve(void tx.audit({ act: "=cmd()", subjects: [`mark-${i}`] })),
    );
  }
  await services.auditAppender.append();
  await services.auditAppender.sign(true);
  const before = (await waiting(services)).length;
  const csv = await reader.get(paths.adminAuditCsv({ what: "=cmd()" }));
  assert.match(csv.headers.get("content-disposition") ?? "", /avanti-granskning\.csv/);
  assert.match(csv.text, /;'=cmd\(\);/);
  assert.equal(readCsv(csv.text).lines.length, 61);
  const [read, ...others] = (await waiting(services)).slice(before)
    .filter(({ kind }) => kind === "read");
  assert.deepEqual(others, []);
  assert.equal(read?.what, "GET /admin/audit/export.csv");
  assert.equal(read.subjects.length + (read.further?.count ?? 0), 60);
  const json = JSON.parse((await reader.get(paths.adminAuditJson({ what: "=cmd()" }))).text);
  assert.equal(json.next, null);
  assert.equal(json.entries.length, 60);
  assert.equal(json.verifierKey, services.auditSigner.verifierKey);
  const all = JSON.parse((await reader.get(paths.adminAuditJson())).text);
  const texts = await Array.fromAsync(services.db.read.list({ prefix: auditKeys.entry.prefix }));
  assert.deepEqual(
    all.entries.map((entry: unknown) => JSON.stringify(entry)).reverse(),
    texts.map(({ value }) => value),
    "each entry as it was hashed",
  );
});

Deno.test("whoever reads the log leaves one entry that names whom it showed, also where nothing was found", async () => {
  await using product = await testProduct();
  const { services } = product;
  const reader = await aReader(product);
  const index = await anAuditEntry(services, {
    ...{ personId: "01K", why: "" },
    subjects: ["mark-1"],
  });
  // The names to choose from are read once.
  await reader.get(paths.adminAudit());
  for (
    const [path, subjects] of [
      [paths.adminAudit({ subject: "mark-1" }), ["mark-1"]],
      [paths.adminAudit({ subject: "nobody at all" }), []],
      [paths.adminAuditEntry(index), ["mark-1"]],
      [paths.adminAuditProof(index), ["mark-1"]],
    ] as const
  ) {
    const before = (await waiting(services)).length;
    assert.equal((await reader.get(path)).status, 200);
    const made = (await waiting(services)).slice(before).filter(({ kind }) => kind === "read");
    assert.deepEqual(made.map(({ who }) => who), [`person/${reader.personId}`], path);
    // Whoever works here is named as well: they can be chosen.
    const marks = made[0]?.subjects.filter((mark) => mark.startsWith("mark-"));
    assert.deepEqual(marks, subjects, path);
  }
});

Deno.test("every route of operators and customers is called by a word of its own area", () => {
  const outside = Object.keys(ROUTE_RULES).filter((route) =>
    route.startsWith("/admin") && areaOf(route) === "site"
  );
  assert.deepEqual(outside, []);
  assert.equal(areaOf("/admin"), "day");
  assert.equal(areaOf("/bookings/:link/cancel"), "booking");
});
