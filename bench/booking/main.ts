// bench/booking: places, quotes and bookings over HTTP on a file database, and bookings against bare KV
// atomics of the same size. Rounds are interleaved; the numbers printed are medians.
import { benchTrip } from "./trip.ts";

const CLIENTS = [1, 16, 64];
const ROUNDS = 3;
const ROUND_MS = 2_500;
/** More than any round can book. */
const QUOTES_A_ROUND = 4_000;
const TYPED = [
  "l",
  "la",
  "lan",
  "landv",
  "ostra ham",
  "goteborg c",
  "vasagatn",
  "arlanda",
  "molndal",
];

interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
  failures: number;
}

if (import.meta.main) {
  const folder = await Deno.makeTempDir();
  const server = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", here("server.ts"), `${folder}/avanti.sqlite`],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  try {
    await measureAll(`http://127.0.0.1:${await listeningPort(server.stdout)}`, folder);
  } finally {
    server.kill("SIGTERM");
    await server.status;
    await Deno.remove(folder, { recursive: true });
  }
}

async function measureAll(origin: string, folder: string): Promise<void> {
  const quotes: string[] = [];
  let next = 0;
  const place = () => fetch(`${origin}/api/places?q=${TYPED[next++ % TYPED.length]}`);
  const quote = async () => {
    const response = await post(`${origin}/api/quotes`, benchTrip(next++));
    // The client shares the machine with the server: it looks for the id and parses nothing.
    const id = /"id":"([^"]+)"/.exec(await response.text())?.[1];
    if (response.ok && id !== undefined) quotes.push(id);
    return response;
  };
  const book = () => {
    const contact = { name: "Maja Öberg", phone: "+46701234567", email: "" };
    const body = { quoteId: quotes.pop() ?? "", vehicleClass: "standard", contact };
    return post(`${origin}/api/bookings`, body, { "idempotency-key": `bench-${next++}` });
  };
  await load(place, 16, 500);
  await load(quote, 16, 1_000);
  await load(book, 4, 500);
  const rows: [string, Measured][] = [];
  for (const clients of CLIENTS) {
    rows.push([`places  c${clients}`, await median(() => load(place, clients, ROUND_MS / 2))]);
    rows.push([`quote   c${clients}`, await median(() => load(quote, clients, ROUND_MS / 2))]);
  }
  const ratios: number[] = [];
  const peers: number[] = [];
  for (const clients of CLIENTS) {
    const measured: Measured[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // Bookings need quotes; making them is not part of what is timed.
      while (quotes.length < QUOTES_A_ROUND) await load(quote, 16, 1_000);
      const bare = clients === 16 ? await peer(folder) : null;
      const booked = await load(book, clients, ROUND_MS);
      measured.push(booked);
      if (bare !== null) {
        peers.push(bare);
        ratios.push(booked.perSecond / bare);
      }
    }
    rows.push([`book    c${clients}`, middle(measured, (m) => m.perSecond)]);
  }
  report(rows, middle(peers, Number), middle(ratios, Number));
}

function report(rows: readonly [string, Measured][], peer: number, ratio: number): void {
  console.info("                 req/s    p50 ms    p99 ms  failures");
  for (const [name, { perSecond, p50, p99, failures }] of rows) {
    const cells = [perSecond.toFixed(0), p50.toFixed(2), p99.toFixed(2), String(failures)];
    console.info(name.padEnd(14) + cells.map((cell) => cell.padStart(9)).join(" "));
  }
  const of = (name: string) => rows.find(([row]) => row === name)?.[1];
  console.info(`bare atomics c16 ${peer.toFixed(0)}/s`);
  console.info(`book c16 / bare atomics: ${ratio.toFixed(2)} (wanted >= 0.60)`);
  console.info(`places c16 p99: ${of("places  c16")?.p99.toFixed(2)} ms (wanted <= 10)`);
  console.info(`quote c16 p99: ${of("quote   c16")?.p99.toFixed(2)} ms (wanted <= 40)`);
}

/** Closed loop: `clients` senders, each waits for its answer before the next request. */
async function load(
  send: () => Promise<Response>,
  clients: number,
  milliseconds: number,
): Promise<Measured> {
  const times: number[] = [];
  let failures = 0;
  const started = performance.now();
  const until = started + milliseconds;
  await Promise.all(Array.from({ length: clients }, async () => {
    while (performance.now() < until) {
      const sent = performance.now();
      const response = await send();
      if (!response.bodyUsed) await response.arrayBuffer();
      times.push(performance.now() - sent);
      if (!response.ok) failures++;
    }
  }));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { perSecond: times.length / seconds, p50: at(0.5) ?? 0, p99: at(0.99) ?? 0, failures };
}

async function median(measure: () => Promise<Measured>): Promise<Measured> {
  const rounds: Measured[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await measure());
  return middle(rounds, (round) => round.p99);
}

function middle<T>(items: readonly T[], by: (item: T) => number): T {
  const sorted = items.toSorted((a, b) => by(a) - by(b));
  return sorted[Math.floor(sorted.length / 2)] as T;
}

async function peer(folder: string): Promise<number> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", here("peer.ts"), folder, String(ROUND_MS), "16"],
    stderr: "inherit",
  }).output();
  const answer = JSON.parse(new TextDecoder().decode(stdout).trim().split("\n").at(-1) ?? "");
  console.info(
    `bare: ${answer.perSecond.toFixed(0)}/s, ${answer.checks} checks, ${answer.writes} writes`,
  );
  return answer.perSecond;
}

function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

async function listeningPort(stream: ReadableStream<Uint8Array>): Promise<number> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    const match = /listening (\d+)/.exec(text);
    if (match) return Number(match[1]);
  }
  throw new Error("The server under load did not start");
}

function here(name: string): string {
  return new URL(name, import.meta.url).pathname;
}
