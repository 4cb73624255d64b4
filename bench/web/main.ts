// What the framework costs over doing the same by hand: requests, CPU, start-up, bytes.
// Run: deno run -A bench/web/main.ts [repetitions]. Ends by itself within three minutes.
import { gzipSync } from "node:zlib";
import { Builder } from "fresh/dev";

const HERE = import.meta.dirname as string;
const REPETITIONS = Number(Deno.args[0] ?? 15);
const STARTS = 15;
const CONNECTIONS = 16;
const WARM_UP_MS = 400;
const RUN_MS = 500;
const MICROS_PER_TICK = 10_000;

interface Server {
  readonly process: Deno.ChildProcess;
  readonly port: string;
}

interface Sample {
  readonly perSecond: number;
  readonly cpuMicros: number;
}

interface Case {
  readonly name: string;
  readonly target: number;
  readonly raw: string;
  readonly own: string;
}

const CASES: Case[] = [
  { name: "page, one island", target: 0.8, raw: "/", own: "/" },
  { name: "JSON route", target: 0.9, raw: "/api", own: "/api" },
  { name: "static file / raw text", target: 0.7, raw: "/text", own: "/small.css" },
];

const RAW = ["run", "-A", `${HERE}/raw-server.tsx`];
// As in production: the framework comes as the one file the build made of it.
const IMPORTS = ["--import-map", `${HERE}/site/_fresh/imports.json`];
const OWN = ["run", "-A", ...IMPORTS, `${HERE}/site/serve.ts`];

await new Builder({ root: `${HERE}/site` }).build();
await throughput();
await coldStart();
await scriptBytes();

async function throughput(): Promise<void> {
  const raw = await start(RAW);
  const own = await start(OWN);
  const rows = CASES.map((item) => ({ item, raw: [] as Sample[], own: [] as Sample[] }));
  for (const { item } of rows) {
    await load(raw, item.raw, WARM_UP_MS);
    await load(own, item.own, WARM_UP_MS);
  }
  for (let i = 0; i < REPETITIONS; i++) {
    for (const row of rows) {
      // Taking turns in going first, so that neither side always meets the busier machine.
      const measureRaw = async () => row.raw.push(await load(raw, row.item.raw, RUN_MS));
      const measureOwn = async () => row.own.push(await load(own, row.item.own, RUN_MS));
      for (const run of i % 2 === 0 ? [measureRaw, measureOwn] : [measureOwn, measureRaw]) {
        await run();
      }
    }
  }
  for (const { process } of [raw, own]) {
    process.kill();
    await process.status;
  }
  console.log(`case                     raw/s    own/s  ratio  target  raw µs  own µs  CPU ratio`);
  for (const { item, raw, own } of rows) {
    const ratio = median(own.map(({ perSecond }, i) => perSecond / (raw[i]?.perSecond ?? NaN)));
    const cpu = median(own.map(({ cpuMicros }, i) => (raw[i]?.cpuMicros ?? NaN) / cpuMicros));
    console.log([
      item.name.padEnd(22),
      median(raw.map(({ perSecond }) => perSecond)).toFixed(0).padStart(7),
      median(own.map(({ perSecond }) => perSecond)).toFixed(0).padStart(8),
      ratio.toFixed(2).padStart(6),
      item.target.toFixed(2).padStart(7),
      median(raw.map(({ cpuMicros }) => cpuMicros)).toFixed(1).padStart(7),
      median(own.map(({ cpuMicros }) => cpuMicros)).toFixed(1).padStart(7),
      cpu.toFixed(2).padStart(10),
    ].join(" "));
  }
}

async function coldStart(): Promise<void> {
  const raw: number[] = [];
  const own: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    raw.push(await startTime(RAW));
    own.push(await startTime(OWN));
  }
  const ratio = median(own.map((time, i) => time / (raw[i] ?? NaN)));
  console.log(
    `cold start to first page  raw ${median(raw).toFixed(0)} ms, own ${
      median(own).toFixed(0)
    } ms, ` +
      `ratio ${ratio.toFixed(2)} (target <= 1.25)`,
  );
}

async function scriptBytes(): Promise<void> {
  const server = await start(OWN);
  for (const path of ["/", "/trivial"]) {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
    await response.body?.cancel();
    const urls = [...(response.headers.get("link") ?? "").matchAll(/<([^>]+)>/g)];
    let plain = 0;
    let gzip = 0;
    for (const [, url] of urls) {
      const script = await (await fetch(`http://127.0.0.1:${server.port}${url}`)).bytes();
      plain += script.byteLength;
      gzip += gzipSync(script, { level: 9 }).byteLength;
    }
    const name = path === "/" ? "signals counter" : "hooks counter";
    console.log(
      `scripts, ${name}: ${urls.length} files, ${plain} B, gzip ${gzip} B (target <= 10000)`,
    );
  }
  server.process.kill();
  await server.process.status;
}

async function start(args: string[]): Promise<Server> {
  const process = new Deno.Command(Deno.execPath(), { args, stdout: "piped" }).spawn();
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value = "" } = await reader.read();
  reader.releaseLock();
  return { process, port: value.trim() };
}

async function startTime(args: string[]): Promise<number> {
  const begin = performance.now();
  const server = await start(args);
  const response = await fetch(`http://127.0.0.1:${server.port}/`);
  await response.text();
  const time = performance.now() - begin;
  server.process.kill();
  await server.process.status;
  return time;
}

async function load(server: Server, path: string, milliseconds: number): Promise<Sample> {
  const before = await cpuTicks(server.process.pid);
  const args = ["run", "-A", "--no-check", `${HERE}/load.ts`, server.port, path];
  args.push(String(CONNECTIONS), String(milliseconds));
  const { stdout, success } = await new Deno.Command(Deno.execPath(), { args, stderr: "inherit" })
    .output();
  if (!success) throw new Error(`The load generator failed on ${path}`);
  const answers = Number(new TextDecoder().decode(stdout));
  const ticks = await cpuTicks(server.process.pid) - before;
  return {
    perSecond: answers / (milliseconds / 1000),
    cpuMicros: ticks * MICROS_PER_TICK / answers,
  };
}

// User and system time of a process; Linux counts them in hundredths of a second.
async function cpuTicks(pid: number): Promise<number> {
  const stat = await Deno.readTextFile(`/proc/${pid}/stat`).catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
