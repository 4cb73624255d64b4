// The board before: its sources in a work tree of their own, and rows as it can read them.

/** The file that came with today's way of reading a day; the commit before it had the board before. */
const CAME_WITH = "lib/board/day-book.ts";
/** Families whose rows are of a later version now, with more in them than it knows. */
const LATER_FAMILIES = ["vehicle", "driver", "vehicleDay"];

/** Sources and how to let go of them. */
export interface BoardSources extends AsyncDisposable {
  folder: string;
  name: string;
}

/** The sources this runs in. */
export function sourcesOfNow(): BoardSources {
  return { folder: ROOT, name: "now", [Symbol.asyncDispose]: () => Promise.resolve() };
}

/** The sources of the board before; null, with a word, where there is no history to take them from. */
export async function sourcesBefore(): Promise<BoardSources | null> {
  const came = await git("log", "--diff-filter=A", "--format=%H", "--", CAME_WITH);
  const first = came?.trim().split("\n").at(-1) ?? "";
  if (first === "" || await git("cat-file", "-e", `${first}^`) === null) {
    console.info("the board before is left out: its commit is not in this copy's history");
    return null;
  }
  const folder = await Deno.makeTempDir();
  const tree = `${folder}/before`;
  if (await git("worktree", "add", "--detach", tree, `${first}^`) === null) {
    throw new Error(`No work tree of ${first}^`);
  }
  await Deno.mkdir(`${tree}/bench/board`, { recursive: true });
  for (const file of ["board-server.ts", "desk-server.ts"]) {
    await Deno.copyFile(`${ROOT}/bench/board/${file}`, `${tree}/bench/board/${file}`);
  }
  return {
    folder: tree,
    name: `before (${first.slice(0, 7)}^)`,
    async [Symbol.asyncDispose]() {
      await git("worktree", "remove", "--force", tree);
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** A copy of a closed database with the same rows, each marked as of the version that the board before wrote. */
export async function copyForBefore(database: string): Promise<string> {
  const copy = `${database}.before`;
  for (const part of ["", "-wal"]) {
    await Deno.copyFile(database + part, copy + part).catch(() => {});
  }
  const kv = await Deno.openKv(copy);
  for (const family of LATER_FAMILIES) {
    let batch = kv.atomic();
    let count = 0;
    for await (const { key, value } of kv.list<Record<string, unknown>>({ prefix: [family] })) {
      const { $v: _version, ...row } = value;
      batch = batch.set(key, row);
      if (++count % 100 > 0) continue;
      await batch.commit();
      batch = kv.atomic();
    }
    await batch.commit();
  }
  kv.close();
  return copy;
}

const ROOT = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

async function git(...args: string[]): Promise<string | null> {
  try {
    const { success, stdout } = await new Deno.Command("git", {
      ...{ args, cwd: ROOT, stderr: "null" },
    }).output();
    return success ? new TextDecoder().decode(stdout) : null;
  } catch {
    return null;
  }
}
