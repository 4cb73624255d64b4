// bench/board, or a part of it: `deno task bench board [days [TRIPS…] | order | dispatchers | FILE]`. The search over 200,000
// bookings beside the search before, and pages over them; days of 500 to 5,000 trips beside the board before; telephone
// orders; five dispatchers on one day. Fills a database of its own (two minutes, 3 GB) unless it is given one.
import { measureBoards } from "./boards.ts";
import { measureDays } from "./days.ts";
import { measureDispatchers } from "./dispatchers.ts";
import { measureOrders } from "./order.ts";

if (import.meta.main) {
  const [first, ...others] = Deno.args;
  if (first === "order") await measureOrders();
  else if (first === "days") {
    await measureDays(others.length === 0 ? undefined : others.map(Number));
  } else if (first === "dispatchers") await dispatchersDay();
  else await measureAll(first);
}

async function measureAll(given: string | undefined): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const database = given ?? `${folder}/avanti.sqlite`;
    if (given === undefined) await run("fill-database.ts", database);
    await run("search.ts", database);
    await measureServer(database);
    await measureDays();
    await measureOrders();
    await dispatchersDay();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function dispatchersDay(): Promise<void> {
  if (!await measureDispatchers()) Deno.exitCode = 1;
}

async function measureServer(database: string): Promise<void> {
  const server = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", here("server.ts"), database],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  try {
    let origin = "";
    let headers = {};
    for await (const said of linesOf(server.stdout)) {
      const { kind, seconds, megabytes, port, headers: operator } = JSON.parse(said);
      if (kind === "listening") {
        origin = `http://127.0.0.1:${port}`;
        headers = operator;
        console.info(`listening after ${seconds.toFixed(1)} s`);
        await whileBuilding(origin, headers);
        continue;
      }
      console.info(
        `search whole after ${seconds.toFixed(1)} s, process ${megabytes.toFixed(0)} MiB`,
      );
      await measureBoards({ origin, headers });
      return;
    }
  } finally {
    server.kill("SIGTERM");
    await server.status;
  }
}

/** What a search answers while the index is being built. */
async function whileBuilding(origin: string, headers: Record<string, string>): Promise<void> {
  const response = await fetch(`${origin}/api/admin/bookings?q=maja`, { headers });
  const { total, covered } = await response.json();
  console.info(`while it is built: ${total} found, ${(covered * 100).toFixed(0)} % covered`);
}

async function run(script: string, database: string): Promise<void> {
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--v8-flags=--expose-gc", here(script), database],
    stderr: "inherit",
    stdout: "inherit",
  }).spawn().status;
  if (code !== 0) throw new Error(`${script} failed`);
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
      yield text.slice(0, end);
      text = text.slice(end + 1);
    }
  }
}

function here(name: string): string {
  return new URL(name, import.meta.url).pathname;
}
