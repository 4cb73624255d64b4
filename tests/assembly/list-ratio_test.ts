// What each list query reads for what it answers, over a database of real size: an index that is missing shows as entries
// that were read and thrown away.
import assert from "node:assert/strict";
import { LIST_QUERIES } from "../../lib/assembly/list-queries.ts";
import { type ListQuery, MOST_READ_FOR_ONE } from "../../lib/kv/list-query.ts";
import { countedKv, type KvCount, resetCount } from "../support/counted-kv.ts";
import { fullHouse } from "../support/full-house.ts";
import { listRuns } from "../support/list-runs.ts";
import { testServices } from "../support/services.ts";

/** Single rows beside the list, such as the edition's. */
const SINGLE_ROWS = 3;
/** Keys of subjects are kept in memory, whoever's rows they open. */
const KEYS: readonly string[] = ["subjectKey", "subjectKeyOf"];

/** What one run read and answered. */
interface Measured {
  listed: number;
  fetched: number;
  answered: number;
}

/** A query of one row at most needs no house. */
const asked = LIST_QUERIES.filter(({ isWalk, exception, most }) =>
  !isWalk && exception === undefined && most > 1
);
const queryOf = (run: string) => LIST_QUERIES.find(({ name }) => name === run.split(":")[0]);

Deno.test("each list query reads at most 1.2 entries for each it answers, of its index and of the rows behind it", async () => {
  const { wrap, count } = countedKv();
  await using test = await testServices({ wrap });
  const house = await fullHouse(test.services);
  const wrong: string[] = [];
  for (const { name, ask } of listRuns()) {
    resetCount(count);
    const answered = await ask(house);
    const query = queryOf(name);
    assert(query !== undefined, `${name} is no declared query`);
    wrong.push(
      ...faults(name, query, measured(count, answered)),
      ...wrongIndex(name, query, count),
    );
  }
  assert.deepEqual(wrong, []);
  const ran = new Set(listRuns().map(({ name }) => name.split(":")[0]));
  assert.deepEqual(
    asked.map(({ name }) => name).filter((name) => !ran.has(name)),
    [],
    "never asked",
  );
});

Deno.test("a query that reads twice what it answers is seen, in its index, in its rows, and where it has none", () => {
  const query = { name: "planted", walks: null } as ListQuery;
  const whole = { listed: 51, fetched: 0, answered: 50 };
  assert.deepEqual(faults("planted", query, whole), []);
  assert.equal(faults("planted", query, { ...whole, listed: 100 }).length, 1);
  assert.equal(faults("planted", query, { ...whole, fetched: 50 }).length, 1);
  const through = { ...query, then: "booking" };
  assert.deepEqual(faults("planted", through, { ...whole, fetched: 51 }), []);
  assert.equal(faults("planted", through, { ...whole, fetched: 100 }).length, 1);
  assert.equal(faults("planted", query, { ...whole, answered: 0 }).length, 1);
});

function measured({ listed, fetched }: KvCount, answered: number): Measured {
  const sum = (counts: ReadonlyMap<string, number>) =>
    [...counts].reduce((all, [family, some]) => KEYS.includes(family) ? all : all + some, 0);
  return { listed: sum(listed), fetched: sum(fetched), answered };
}

function faults(
  name: string,
  { then, exception }: ListQuery,
  { listed, fetched, answered }: Measured,
) {
  if (exception !== undefined) return [];
  const said = `${name}: ${listed} of the index and ${fetched} rows for ${answered}`;
  const most = MOST_READ_FOR_ONE * answered;
  const isLean = listed <= most && fetched <= SINGLE_ROWS + (then === undefined ? 0 : most);
  return answered > 0 && isLean ? [] : [said];
}

/** Lists that were read of another family than is declared, or the other way round. */
function wrongIndex(name: string, { walks, order }: ListQuery, { lists }: KvCount): string[] {
  return lists
    .filter(({ family, isBack }) =>
      (walks !== null && family !== walks.name) ||
      (order !== "either" && isBack !== (order === "down"))
    )
    .map(({ family, isBack }) => `${name} walks ${family}${isBack ? " back" : ""}`);
}
