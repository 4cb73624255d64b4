// bench/api: what each route of the API can take, and how long its slowest answers take at half of that.
// Beside each stands a bare server at the same rate: what client and machine take by themselves.
import { closedLoop, type Measured, openLoop } from "./load.ts";
import { type BenchRoute, benchRoutes } from "./routes.ts";

const CLIENTS = 16;
const CAPACITY_MS = 1_200;
const HALF_LOAD_MS = 1_500;
const ROUNDS = 3;
/** Requests that use something up are timed by fewer: what they use takes longer to make. */
const MAX_USED = 400;
const MAX_P99_MS = 20;

interface Row {
  name: string;
  capacity: number;
  half: Measured;
  floor: Measured;
}

interface Server extends AsyncDisposable {
  origin: string;
  headers: Record<string, string>;
}

if (import.meta.main) {
  const folder = await Deno.makeTempDir();
  try {
    await using server = await start(`${folder}/avanti.sqlite`);
    await using bare = await start("bare");
    const routes = await benchRoutes(server.origin, server.headers);
    const rows: Row[] = [];
    for (const route of routes) rows.push(await measure(route, bare.origin));
    if (!report(rows)) Deno.exitCode = 1;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function measure({ name, send, stock }: BenchRoute, bareOrigin: string): Promise<Row> {
  const max = stock === null ? Infinity : MAX_USED;
  const load = { clients: CLIENTS, milliseconds: CAPACITY_MS, max };
  await stock?.fill(MAX_USED + CLIENTS);
  // The first requests of a route are its slowest; they are nobody's half load.
  await closedLoop(send, { ...load, milliseconds: 300, max: Math.min(max, 100) });
  await stock?.fill(MAX_USED + CLIENTS);
  const { perSecond: capacity } = await closedLoop(send, load);
  const perSecond = capacity / 2;
  const [halves, floors]: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const milliseconds = Math.min(HALF_LOAD_MS, MAX_USED * 1_000 / perSecond);
    await stock?.fill(MAX_USED + CLIENTS);
    halves.push(await openLoop(send, { perSecond, milliseconds }));
    floors.push(await openLoop(() => fetch(bareOrigin), { perSecond, milliseconds }));
  }
  return { name, capacity, half: median(halves), floor: median(floors) };
}

function report(rows: readonly Row[]): boolean {
  console.info(
    "route                 capacity/s   half/s  p50 ms  p99 ms  bare p99  ratio  failures",
  );
  for (const { name, capacity, half, floor } of rows) {
    console.info([
      name.padEnd(21),
      capacity.toFixed(0).padStart(10),
      half.perSecond.toFixed(0).padStart(8),
      half.p50.toFixed(2).padStart(7),
      half.p99.toFixed(2).padStart(7),
      floor.p99.toFixed(2).padStart(9),
      (half.p99 / floor.p99).toFixed(1).padStart(6),
      String(half.failures).padStart(9),
    ].join(" "));
  }
  const slow = rows.filter(({ half }) => half.p99 > MAX_P99_MS || half.failures > 0);
  console.info(
    `p99 of every route at half load <= ${MAX_P99_MS} ms: ${
      slow.length === 0 ? "yes" : `no: ${slow.map(({ name }) => name).join("; ")}`
    }`,
  );
  return slow.length === 0;
}

/** The round in the middle by its slowest answers: one disturbance of the machine decides nothing. */
function median(rounds: readonly Measured[]): Measured {
  const sorted = rounds.toSorted((a, b) => a.p99 - b.p99);
  return sorted[Math.floor(sorted.length / 2)] as Measured;
}

async function start(database: string): Promise<Server> {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", new URL("server.ts", import.meta.url).pathname, database],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("\n")) {
    const { value, done } = await reader.read();
    if (done) throw new Error("The server under load did not start");
    text += value;
  }
  const { port, headers } = JSON.parse(text);
  return {
    origin: `http://127.0.0.1:${port}`,
    headers,
    async [Symbol.asyncDispose]() {
      process.kill("SIGTERM");
      await process.status;
    },
  };
}
