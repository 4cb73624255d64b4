// Writes docs/indexes.md from what the rooms declare: each query that answers a list, and by which index. With --check it
// only compares.
import { LIST_QUERIES } from "../lib/assembly/list-queries.ts";
import { type ListQuery, MOST_READ_FOR_ONE } from "../lib/kv/list-query.ts";
import { format } from "./format-markdown.ts";

const ROOT = new URL("..", import.meta.url).pathname;
const DOCUMENT = "docs/indexes.md";
/** Past that many, a bound only says that there is one. */
const ANY = 1_000_000;

const ORDERS = { up: "", down: "last first", either: "as asked" } as const;

/** The document of these queries. */
export function indexDocument(queries: readonly ListQuery[]): string {
  const asked = queries.filter(({ isWalk }) => !isWalk);
  const walks = queries.filter(({ isWalk }) => isWalk);
  const exceptions = asked.flatMap(({ name, exception }) =>
    exception === undefined ? [] : [`- **${name}**: ${exception}.`]
  );
  return [
    "# Which list is read by which index",
    "Written by `scripts/build-indexes.ts` from each room's `list-queries.ts`. Every place in the sources where rows are " +
    "listed is declared there; one that is not, or that is gone, fails `tests/assembly/list-queries_test.ts`. " +
    "`tests/assembly/list-ratio_test.ts` asks them over a filled database: for each row that is answered at most " +
    `${MOST_READ_FOR_ONE} entries of the index are read, and where the index holds ids alone at most ` +
    `${MOST_READ_FOR_ONE} rows by them. A query that reads more says why, below.`,
    "Keys are ordered, so that an index is a family whose key begins with what is asked for: **by** says " +
    "which parts. The first key comes first, unless **order** says otherwise. **At most** counts entries read at once. **Then** is the family whose rows are read by the ids, ten a round trip.",
    "## What somebody waits for",
    tableOf(asked),
    "## What reads more than it answers",
    exceptions.join("\n"),
    "## Work that sees every row",
    "Nobody waits for these: they go through all rows, a part at a time, and leave none out.",
    tableOf(walks),
  ].join("\n\n") + "\n";
}

function tableOf(queries: readonly ListQuery[]): string {
  const lines = queries.map(({ name, walks, by, order, most, then, asks }) => {
    const index = walks === null ? "whichever is named" : `\`${walks.name}\``;
    const bound = most >= ANY ? "all" : String(most);
    const way = ORDERS[order];
    const cells = [
      name,
      index,
      by || "all",
      way,
      bound,
      then ? `\`${then}\`` : then === null ? "whichever is named" : "",
      asks,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const head = ["Query", "Index", "By", "Order", "At most", "Then", "Who asks"];
  return [`| ${head.join(" | ")} |`, `|${head.map(() => " --- |").join("")}`, ...lines].join("\n");
}

if (import.meta.main) {
  const text = await format(indexDocument(LIST_QUERIES));
  const present = await Deno.readTextFile(ROOT + DOCUMENT).catch(() => "");
  if (!Deno.args.includes("--check")) await Deno.writeTextFile(ROOT + DOCUMENT, text);
  else if (present !== text) {
    console.error(`${DOCUMENT} is not what the rooms declare`);
    Deno.exit(1);
  }
}
