// Each audited change says what its rows were and what they are: the whole product is driven, every commit is witnessed as the
// database sees it, and what its intent says is compared with the stored rows by hashes made here a second time.
import assert from "node:assert/strict";
import type { Intent } from "../../lib/audit/intent.ts";
import { rowName } from "../../lib/audit/row-hash.ts";
import { isAudited } from "../../lib/audit/unaudited.ts";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { sentCommands } from "../support/audit-coverage.ts";
import { canaryLife } from "../support/canary-life.ts";
import { testProduct } from "../support/operator.ts";
import { USE_CASES } from "../support/use-cases.ts";
import { wholeLife } from "../support/whole-life.ts";
import {
  witnessed,
  type WitnessedCommit,
  type WitnessedRow,
} from "../support/witnessed-commits.ts";

/** Audited families no drive below comes to; their rows are written by the same transactions. A new one is driven, or stands here. */
const NOT_DRIVEN = [
  ...["bookNote", "breach", "deadJob", "erasure", "erasureLedger", "feeEdition"],
  ...["archivedDocument", "documentPart", "settlement", "settlementAdjustment", "settlementState"],
  ...["settlementTerms", "payeeAccount", "paymentQueue", "paymentFile"],
  ...["fortnoxLink", "invoice", "openInvoice"],
  ...["formerEndpoint", "guestProof", "payment", "paymentByBooking", "paymentByIntent"],
  ...[
    "paperReminder",
    "pendingAuthenticator",
    "providerEvent",
    "recipientNotice",
    "rideStatistics",
  ],
  ...["refundProposal", "sale", "sentCode", "voucher"],
];

/** Where hashes do not fit what was stored, by command and row. */
function faultsIn(commits: readonly WitnessedCommit[]): string[] {
  const written = new Map(
    commits.flatMap(({ versionstamp, rows }) =>
      rows.map(({ key, after }) => [`${versionstamp} ${rowName(key)}`, after])
    ),
  );
  return commits.flatMap(({ intent, rows }) =>
    rows.filter(({ key }) => isAudited(key[0])).flatMap((row) => faultOf(row, intent, written))
  );
}

function faultOf(
  { key, before, beforeStamp, after }: WitnessedRow,
  intent: Intent | null,
  written: ReadonlyMap<string, string | null>,
): string[] {
  const name = rowName(key);
  if (intent === null) return [`${name}: the commit says nothing of itself`];
  const said = intent.rows.find(({ row }) => row === name);
  // Of more than a hundred rows the others stand in a hash of their own.
  if (said === undefined && /^\d+ more$/.test(intent.rows.at(-1)?.row ?? "")) return [];
  const fault = (what: string) => [`${intent.what}: ${name}: ${what}`];
  if (said === undefined) return fault("is not named");
  if (said.is !== after) return fault(`is ${after}, and ${said.is} is said`);
  if (said.was === before) return [];
  const resolved = written.get(`${beforeStamp} ${name}`);
  return said.was === `@${beforeStamp}` && resolved === before
    ? []
    : fault(`was ${before}, and ${said.was} is said`);
}

Deno.test("a hash of another row, one that was never stored, a row that is left out and a silent commit are seen", () => {
  const row = { key: ["booking", "B"], before: "#a", beforeStamp: "1", after: "#b" };
  const first = { versionstamp: "1", intent: intentOf([]), rows: [{ ...row, after: "#a" }] };
  const said = { row: "booking/B", was: "#a", is: "#b" };
  const faults = (intent: Intent | null) =>
    faultsIn([{ ...first, intent: intentOf([{ ...said, was: "#a", is: "#a" }]) }, {
      ...{ versionstamp: "2", intent, rows: [row] },
    }]).length;
  assert.equal(faults(intentOf([said])), 0);
  assert.equal(faults(intentOf([{ ...said, was: "@1" }])), 0);
  for (const wrong of [{ is: "#a" }, { is: null }, { was: "#b" }, { was: null }, { was: "@2" }]) {
    assert.equal(faults(intentOf([{ ...said, ...wrong }])), 1, JSON.stringify(wrong));
  }
  assert.equal(faults(intentOf([])), 1);
  assert.equal(faults(null), 1);
});

function intentOf(rows: Intent["rows"]): Intent {
  return {
    ...{ kind: "change", at: "2026-11-23T05:00:00Z", who: "system", what: "round", from: "" },
    ...{ ref: "", subjects: [], rows },
  };
}

Deno.test("every change the product makes says the hashes of its rows before and after, and no family is left out", async () => {
  const commits: WitnessedCommit[] = [];
  await using product = await testProduct({ wrap: (db) => witnessed(db, commits) });
  await sentCommands(product);
  await canaryLife(product.services);
  await wholeLife(product.services, {
    ...{ name: "Alla Slag", email: "alla@slag.example", phone: "+46701112233" },
    ...{ note: "allt", driver: "D1" },
  });
  for (const { prepare } of USE_CASES) await (await prepare(product))();
  assert.deepEqual(faultsIn(commits), []);
  const changed = new Set(commits.flatMap(({ rows }) => rows.map(({ key }) => key[0])));
  const unseen = KEY_FAMILIES.filter(({ name }) => isAudited(name) && !changed.has(name));
  assert.deepEqual(unseen.map(({ name }) => name).sort(), [...NOT_DRIVEN].sort());
});
