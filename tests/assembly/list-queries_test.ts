// Every place where rows are listed is a declared query, and every declared one stands: found by reading the syntax.
import assert from "node:assert/strict";
import { CACHE_FAMILIES, KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { LIST_QUERIES } from "../../lib/assembly/list-queries.ts";
import { format } from "../../scripts/format-markdown.ts";
import { indexDocument } from "../../scripts/build-indexes.ts";
import { listCalls } from "../support/list-calls.ts";
import { filesBelow, ROOT } from "../support/module-graph.ts";

/** What lists for others, as they ask it: their callers are the queries. */
const HANDED_THROUGH: Readonly<Record<string, number>> = {
  "lib/kv/guard-kv.ts guardKv": 1,
  "lib/kv/read.ts readListWhole": 1,
  "lib/kv/read-some.ts readSome": 1,
  "lib/kv/recovered-reads.ts recovered": 2,
  "lib/kv/sealed-database.ts sealedKv": 1,
  "lib/kv/walk.ts walkBack": 1,
};

/** Those of the bookings' database, and of the cache's own. */
const FAMILIES = [...KEY_FAMILIES, ...CACHE_FAMILIES];

const SOURCES = [...filesBelow("lib"), ...filesBelow("routes"), ...filesBelow("islands"), "main.ts"]
  .filter((path) => !path.startsWith("lib/jsr/"));

Deno.test("every place that lists rows is a declared query, and every declared query lists rows there", async () => {
  const found: string[] = [];
  for (const path of SOURCES) found.push(...listCalls(path, await Deno.readTextFile(ROOT + path)));
  const handed = Object.entries(HANDED_THROUGH).flatMap(([at, times]) => Array(times).fill(at));
  const declared = [...LIST_QUERIES.map(({ at }) => at), ...handed];
  assert.deepEqual(lacking(found, declared), [], "not declared in its room's list-queries.ts");
  assert.deepEqual(lacking(declared, found), [], "declared, and nothing is listed there");
});

Deno.test("a planted list without a declaration is seen, one handed on too, and one more in a declared place", () => {
  const planted = [
    'import { readList } from "../kv/read.ts";\nexport function late() { return readList(db.read, { prefix }, 10); }',
    'import { readListWhole as rows } from "./read.ts";\nconst late = async () => await rows(kv, range, 1);',
    'import { walkBack } from "../kv/walk.ts";\nclass Late { async late() { for await (const row of walkBack(kv, prefix)) use(row); } }',
    'import { readList } from "../kv/read.ts";\nexport function late() { return use({ readList }); }',
    'import * as reads from "../kv/read.ts";\nexport function late() { return reads.readList(kv, range, 1); }',
    "export async function late(db) { return await Array.fromAsync(db.read.list({ prefix: [] })); }",
    "class Late { #kv; late() { return this.#kv.list<number>(range); } }",
  ];
  for (const text of planted) {
    assert.deepEqual(lacking(listCalls("lib/a/b.ts", text), []), ["lib/a/b.ts late"], text);
  }
  const others = [
    'import { walkBack } from "./shortest-path.ts";\nexport function way() { return walkBack(tree, end); }',
    "export async function all(deps) { return await deps.endpoints.list(); }",
    "// readList(kv)\nexport const readList = 1;",
  ];
  for (const text of others) assert.deepEqual(listCalls("lib/a/b.ts", text), [], text);
  assert.deepEqual(lacking(["a one", "a one"], ["a one"]), ["a one"]);
});

Deno.test("queries have a name each, walk families of the registry, and say how far", () => {
  const names = LIST_QUERIES.map(({ name }) => name);
  assert.deepEqual(names.filter((name, i) => names.indexOf(name) !== i), []);
  for (const { name, walks, then, most, asks, exception, isWalk } of LIST_QUERIES) {
    assert(
      walks === null || FAMILIES.some((family) => family === walks),
      `${name} walks no family of ours`,
    );
    const isThere = then == null || FAMILIES.some((family) => family.name === then);
    assert(isThere, `${name} reads no rows of ours`);
    assert(Number.isInteger(most) && most > 0, `${name} has no bound`);
    assert.notEqual(asks, "", name);
    assert(exception === undefined || (!isWalk && exception.length > 40), `${name} says why not`);
  }
});

Deno.test("docs/indexes.md is what the rooms declare", async () => {
  const text = await format(indexDocument(LIST_QUERIES));
  assert.equal(await Deno.readTextFile(`${ROOT}docs/indexes.md`), text, "scripts/build-indexes.ts");
});

/** What stands in `some` more often than in `others`. */
function lacking(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return some.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
