// Every command and every read of personal data leaves its entry: the matrix in docs/audit-coverage.md is made of the
// route table, the jobs, readers and rounds, and each look is driven. `-- --write` writes the document anew.
import assert from "node:assert/strict";
import type { Intent } from "../../lib/audit/intent.ts";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { ROUTE_RULES } from "../../lib/http/route-table.ts";
import {
  type CoverageRow,
  coverageRows,
  customerMark,
  sentCommands,
  type StaffLook,
  staffLooks,
  waiting,
} from "../support/audit-coverage.ts";
import { testProduct } from "../support/operator.ts";
import { scriptName } from "../../scripts/terminal.ts";

const DOCUMENT = "docs/audit-coverage.md";
const HEAD = `# What leaves which entry

Made of the route table, the jobs, readers and rounds by \`tests/audit/coverage_test.ts\`, which drives
every look of the staff and every command, and fails when this page is not what it finds. Commands of
the server (\`deno task load\` and others) are named \`script load\`. [audit.md](audit.md) says what
an entry says.

| Command or look | Entry |
| --- | --- |
`;

/** Looks that showed the customer's data without an entry that names them. */
function unrecorded(looks: readonly StaffLook[], mark: string): string[] {
  return looks.filter(({ showsCustomer, reads }) =>
    showsCustomer && !(reads.length === 1 && reads[0]?.subjects.includes(mark))
  ).map(({ route }) => route);
}

Deno.test("every page and answer that shows staff a customer's data leaves one entry that names the customer", async () => {
  await using product = await testProduct();
  const looks = await staffLooks(product);
  assert.deepEqual(unrecorded(looks, await customerMark()), []);
  const shown = looks.filter(({ showsCustomer }) => showsCustomer);
  assert(shown.length >= 5, `only ${shown.map(({ route }) => route)} showed anything`);
  for (const { route, reads } of looks) {
    assert(reads.length <= 1, `${route} is one view and left ${reads.length} entries`);
    for (const { what, who } of reads) {
      assert(what.startsWith(`GET ${route.split("/:kind")[0]}`), what);
      assert.match(who, /^person\//);
    }
  }
  const rows = coverageRows(looks, product.services);
  await assertDocument(rows);
});

Deno.test("a look that leaves no entry, or one that names somebody else, is seen", () => {
  const look = { route: "/admin", status: 200, showsCustomer: true, reads: [] };
  assert.deepEqual(unrecorded([look], "mark"), ["/admin"]);
  const other = { ...look, reads: [{ ...INTENT, subjects: ["other"] }] };
  assert.deepEqual(unrecorded([other], "mark"), ["/admin"]);
  assert.deepEqual(
    unrecorded([{ ...look, reads: [{ ...INTENT, subjects: ["mark"] }] }], "mark"),
    [],
  );
});

const INTENT: Intent = {
  ...{ kind: "read", at: "2026-11-23T05:00:00Z", who: "person/1", what: "GET /admin" },
  ...{ from: "", ref: "", subjects: [], rows: [] },
};

Deno.test("whatever is sent, and whatever the product does by itself, its commits name the command", async () => {
  await using product = await testProduct();
  const commands = await sentCommands(product);
  const known = Object.keys(ROUTE_RULES).map((route) =>
    route.replace(/:(action|act|kind)\b/, ":word")
  );
  const asRoute = (command: string) => command.replace(/^(GET|POST) /, "");
  const fits = (command: string) =>
    known.some((route) =>
      new RegExp(`^${route.replaceAll("*", "\\*").replaceAll(":word", "(?::\\w+|[a-z-]+)")}$`)
        .test(asRoute(command))
    );
  const events = /^(sign-in try|refused): /;
  assert.deepEqual([...commands].filter((what) => !fits(what) && !events.test(what)), []);
  assert(commands.size > 5, `only ${[...commands]}`);
  const before = (await waiting(product.services)).length;
  product.test.clock.advance({ hours: 2 });
  await runRoomJobs(product.services);
  const made = (await waiting(product.services)).slice(before);
  assert.deepEqual(made.filter(({ what }) => !what.startsWith("job ")).map(({ what }) => what), []);
});

Deno.test("a command of the server is named by its file", () => {
  assert.equal(scriptName("file:///avanti/scripts/load.ts"), "load");
  assert.equal(scriptName("file:///avanti/scripts/save-tariff.ts"), "save-tariff");
});

async function assertDocument(rows: readonly CoverageRow[]): Promise<void> {
  const unique = new Map(rows.map(({ command, entry }) => [command, entry]));
  const cells = [...unique].map(([command, entry]) => `| \`${command}\` | ${entry} |`);
  const wanted = `${HEAD}${cells.join("\n")}\n`;
  if (Deno.args.includes("--write")) await Deno.writeTextFile(DOCUMENT, wanted);
  assert.equal(plain(await Deno.readTextFile(DOCUMENT)), plain(wanted));
}

/** The table without its padding. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/-{3,}/g, "---");
}
