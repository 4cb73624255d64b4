// bench/overload: three times as much as one process can do, for some seconds, without shedding and with it. What is asked
// for is a mix: of ten requests four searches, three prices, two pages, one booking; requests come at a rate, whether or
// not earlier ones are answered. README.md says what the figures mean.
import { type Kind, KINDS, Load, type Outcomes } from "./load.ts";

const WARM_SECONDS = 4;
const PEAK_SECONDS = 4;
const SECONDS = 8;
const AFTER_SECONDS = 2;
const CLOSED_CLIENTS = 16;
/** Share of the peak at which a day is called normal, and at which it is looked whether a rush is over. */
const NORMAL = 0.7;
const OVERLOAD = 3;

/** What one server did. */
interface Run {
  /** Answers a second. */
  peak: number;
  normal: Outcomes;
  over: Outcomes;
  /** Answers a second when it is asked for just what it answered at the rush. */
  peakOfAnswered: number;
  /** After the rush and two seconds of rest of it. */
  after: Outcomes;
}

if (import.meta.main) {
  report("without shedding", await run("off"));
  report("with shedding", await run("on"));
}

async function run(shedding: "on" | "off"): Promise<Run> {
  return await withServer(shedding, async (load) => {
    await load.closed(WARM_SECONDS, CLOSED_CLIENTS);
    const peak = okOf(await load.closed(PEAK_SECONDS, CLOSED_CLIENTS)) / PEAK_SECONDS;
    const normal = await load.open(SECONDS, peak * NORMAL);
    const over = await load.open(SECONDS, peak * OVERLOAD);
    await load.open(AFTER_SECONDS, peak * NORMAL);
    const after = await load.open(AFTER_SECONDS, peak * NORMAL);
    const answered = await load.closed(PEAK_SECONDS, CLOSED_CLIENTS, mixOf(over));
    return { peak, normal, over, after, peakOfAnswered: okOf(answered) / PEAK_SECONDS };
  });
}

function report(name: string, { peak, normal, over, after, peakOfAnswered }: Run): void {
  const good = okOf(over) / SECONDS;
  const [calm, full] = [p99Of(normal), p99Of(over)];
  const rate = (peak * OVERLOAD).toFixed(0);
  console.info(`\n${name}: peak ${peak.toFixed(0)}/s; then ${rate}/s for ${SECONDS} s`);
  console.info("          asked/s     ok/s   shed/s   lost/s   p50 ms   p99 ms  shed p99");
  for (const kind of KINDS) {
    const { ok, shed, failed, times, shedTimes } = over[kind];
    const counts = [ok + shed + failed, ok, shed, failed].map((count) => count / SECONDS);
    const ms = [quantile(times, 0.5), quantile(times, 0.99), quantile(shedTimes, 0.99)];
    console.info(kind.padEnd(8) + [...counts, ...ms].map((n) => n.toFixed(0).padStart(9)).join(""));
  }
  console.info(
    `answered / peak of just these requests: ${(good / peakOfAnswered).toFixed(2)} ` +
      `(${good.toFixed(0)} / ${peakOfAnswered.toFixed(0)}, wanted >= 0.90)`,
  );
  console.info(`answered / peak of the mix that was asked for: ${(good / peak).toFixed(2)}`);
  console.info(
    `p99 of what was answered / p99 at ${NORMAL} of the peak: ${(full / calm).toFixed(2)} ` +
      `(${full.toFixed(0)} / ${calm.toFixed(0)} ms, wanted <= 2)`,
  );
  console.info(
    `turned away at ${NORMAL} of the peak: ${shedOf(normal)}; ` +
      `the same from ${AFTER_SECONDS} s after the rush: ${shedOf(after)}`,
  );
}

/** The kinds that were answered, as often as they were. */
function mixOf(outcomes: Outcomes): Kind[] {
  const all = okOf(outcomes);
  const shares = KINDS.map((kind) => ({ kind, share: outcomes[kind].ok / all, given: 0 }));
  return Array.from({ length: 100 }, (_, i) => {
    const next = shares.reduce((a, b) =>
      b.share * (i + 1) - b.given > a.share * (i + 1) - a.given ? b : a
    );
    next.given++;
    return next.kind;
  });
}

async function withServer<Result>(
  shedding: "on" | "off",
  use: (load: Load) => Promise<Result>,
): Promise<Result> {
  const folder = await Deno.makeTempDir();
  const server = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", here("server.ts"), `${folder}/kv.sqlite`, shedding],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  try {
    const load = new Load(await listeningPort(server.stdout));
    const result = await use(load);
    load.close();
    return result;
  } finally {
    server.kill("SIGKILL");
    await server.status;
    await Deno.remove(folder, { recursive: true });
  }
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

function okOf(outcomes: Outcomes): number {
  return Object.values(outcomes).reduce((all, { ok }) => all + ok, 0);
}

function shedOf(outcomes: Outcomes): number {
  return Object.values(outcomes).reduce((all, { shed }) => all + shed, 0);
}

function p99Of(outcomes: Outcomes): number {
  return quantile(Object.values(outcomes).flatMap(({ times }) => times), 0.99);
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
