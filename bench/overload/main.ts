// bench/overload: three times as much as one process can do, for some seconds, with shedding and without, in one run.
// What is asked for is a mix: of ten requests four searches, three prices, two pages, one booking. Requests come at a
// rate, whether or not earlier ones are answered.
import { benchTrip } from "../booking/trip.ts";

const SECONDS = 8;
const CLOSED_CLIENTS = 16;
/** Share of the peak at which a day is called normal. */
const NORMAL = 0.7;
const OVERLOAD = 3;
/** What a customer waits for at most; an answer after that is no answer. */
const PATIENCE_MS = 5_000;
const TYPED = ["l", "land", "ostra ham", "goteborg c", "vasagatan", "arlanda"];

/** One kind of request, and what became of those that were sent. */
interface Outcome {
  ok: number;
  shed: number;
  failed: number;
  times: number[];
}

type Kind = "search" | "quote" | "page" | "book";
type Outcomes = Record<Kind, Outcome>;
const MIX: readonly Kind[] = [
  ...["search", "quote", "page", "search", "quote"] as const,
  ...["search", "book", "quote", "page", "search"] as const,
];

if (import.meta.main) {
  const off = await withServer("off", async (client) => {
    const peak = await client.closed();
    return {
      peak,
      normal: await client.open(peak * NORMAL),
      over: await client.open(peak * OVERLOAD),
    };
  });
  const on = await withServer("on", async (client) => {
    const peak = await client.closed();
    return {
      peak,
      normal: await client.open(peak * NORMAL),
      over: await client.open(peak * OVERLOAD),
    };
  });
  report("without shedding", off);
  report("with shedding", on);
}

interface Run {
  peak: number;
  normal: Outcomes;
  over: Outcomes;
}

function report(name: string, { peak, normal, over }: Run): void {
  const good = okOf(over) / SECONDS;
  const [calm, full] = [p99Of(normal), p99Of(over)];
  console.info(
    `\n${name}: peak ${peak.toFixed(0)} req/s; then ${OVERLOAD} times that for ${SECONDS} s`,
  );
  console.info("            ok/s   shed/s   lost/s   p50 ms   p99 ms");
  for (const kind of ["book", "quote", "search", "page"] as const) {
    const { ok, shed, failed, times } = over[kind];
    const cells = [ok, shed, failed].map((count) => (count / SECONDS).toFixed(1));
    const ms = [0.5, 0.99].map((share) => quantile(times, share).toFixed(0));
    console.info(kind.padEnd(7) + [...cells, ...ms].map((cell) => cell.padStart(9)).join(""));
  }
  console.info(`goodput / peak: ${(good / peak).toFixed(2)} (wanted >= 0.90)`);
  console.info(
    `p99 of what was answered / p99 at ${NORMAL} of the peak: ${(full / calm).toFixed(2)} ` +
      `(${full.toFixed(0)} / ${calm.toFixed(0)} ms, wanted <= 2)`,
  );
}

/** A client of one server. */
interface Client {
  /** Answers a second that the server can give: closed loop. */
  closed(): Promise<number>;
  /** What becomes of `rate` requests a second. */
  open(rate: number): Promise<Outcomes>;
}

async function withServer<Result>(
  shedding: "on" | "off",
  use: (client: Client) => Promise<Result>,
): Promise<Result> {
  const folder = await Deno.makeTempDir();
  const server = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", here("server.ts"), `${folder}/kv.sqlite`, shedding],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  try {
    return await use(clientOf(`http://127.0.0.1:${await listeningPort(server.stdout)}`));
  } finally {
    server.kill("SIGKILL");
    await server.status;
    await Deno.remove(folder, { recursive: true });
  }
}

function clientOf(origin: string): Client {
  const quotes: string[] = [];
  let next = 0;
  const send: Record<Kind, (signal: AbortSignal) => Promise<Response>> = {
    search: (signal) => fetch(`${origin}/api/places?q=${TYPED[next++ % TYPED.length]}`, { signal }),
    page: (signal) => fetch(`${origin}/`, { signal }),
    quote: async (signal) => {
      const response = await post(`${origin}/api/quotes`, benchTrip(next++), signal);
      const id = /"id":"([^"]+)"/.exec(await response.text())?.[1];
      if (response.ok && id !== undefined) quotes.push(id);
      return response;
    },
    book: (signal) => {
      const contact = { name: "Maja Öberg", phone: "+46701234567", email: "" };
      const body = { quoteId: quotes.pop() ?? "", vehicleClass: "standard", contact };
      return post(`${origin}/api/bookings`, body, signal, { "idempotency-key": `o-${next++}` });
    },
  };
  const one = async (kind: Kind, outcomes: Outcomes) => {
    const outcome = outcomes[kind];
    const sent = performance.now();
    try {
      const response = await send[kind](AbortSignal.timeout(PATIENCE_MS));
      if (!response.bodyUsed) await response.arrayBuffer();
      if (response.status === 503) outcome.shed++;
      else if (!response.ok) outcome.failed++;
      else {
        outcome.ok++;
        outcome.times.push(performance.now() - sent);
      }
    } catch {
      outcome.failed++;
    }
  };
  return {
    async closed() {
      const outcomes = nothingYet();
      const warm = nothingYet();
      for (let i = 0; i < 300; i++) await one(MIX[i % MIX.length] ?? "page", warm);
      const until = performance.now() + SECONDS * 500;
      const started = performance.now();
      await Promise.all(Array.from({ length: CLOSED_CLIENTS }, async (_, i) => {
        while (performance.now() < until) await one(MIX[i++ % MIX.length] ?? "page", outcomes);
      }));
      return okOf(outcomes) / ((performance.now() - started) / 1_000);
    },
    async open(rate) {
      const outcomes = nothingYet();
      const sent: Promise<void>[] = [];
      const started = performance.now();
      for (let i = 0; performance.now() - started < SECONDS * 1_000;) {
        const due = Math.floor((performance.now() - started) / 1_000 * rate);
        for (; i < due; i++) sent.push(one(MIX[i % MIX.length] ?? "page", outcomes));
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      await Promise.all(sent);
      return outcomes;
    },
  };
}

function nothingYet(): Outcomes {
  const none = () => ({ ok: 0, shed: 0, failed: 0, times: [] });
  return { book: none(), quote: none(), search: none(), page: none() };
}

function okOf(outcomes: Outcomes): number {
  return Object.values(outcomes).reduce((all, { ok }) => all + ok, 0);
}

function p99Of(outcomes: Outcomes): number {
  return quantile(Object.values(outcomes).flatMap(({ times }) => times), 0.99);
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function post(
  url: string,
  body: unknown,
  signal: AbortSignal,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
    signal,
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
