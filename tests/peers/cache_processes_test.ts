// Two processes with caches on one real denokv server, told to read, write and invalidate in random order.
import assert from "node:assert/strict";
import { tempFolder } from "../support/databases.ts";
import { History } from "../support/cache/history.ts";
import { oneOf, SEED, seeded, wholeBelow } from "../support/random.ts";
import type { Answered, Told } from "./support/cache-process.ts";
import { DENOKV_ENV, denokvProgram, startDenokv } from "./support/denokv-peer.ts";

const DENOKV = denokvProgram("two processes with caches on one denokv server");
const PROGRAM = new URL("./support/cache-process.ts", import.meta.url).pathname;
const ROOT = new URL("../..", import.meta.url).pathname;

/** Acts in all, and how many are under way at once. */
const ACTS = 3_000;
const AT_ONCE = 12;
const WRITES = 0.15;
const KEYS = ["noon", "night"];

/** A process that is told what to do. */
class CacheProcess {
  readonly #child: Deno.ChildProcess;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #waiting = new Map<number, (answer: Answered) => void>();
  readonly ended: Promise<void>;
  #next = 0;

  constructor(url: string, fault: string) {
    this.#child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "--lock=tests/deno.lock", PROGRAM, url, fault],
      cwd: ROOT,
      env: DENOKV_ENV,
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    this.#writer = this.#child.stdin.getWriter();
    this.ended = this.#listen();
  }

  async tell(told: Omit<Told, "id">): Promise<Answered> {
    const id = this.#next++;
    const { promise, resolve } = Promise.withResolvers<Answered>();
    this.#waiting.set(id, resolve);
    await this.#writer.write(new TextEncoder().encode(`${JSON.stringify({ id, ...told })}\n`));
    return await promise;
  }

  async end(): Promise<void> {
    await this.#writer.close();
    await this.ended;
    await this.#child.status;
  }

  async #listen(): Promise<void> {
    let rest = "";
    for await (const text of this.#child.stdout.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const answer: Answered = JSON.parse(line);
        this.#waiting.get(answer.id)?.(answer);
        this.#waiting.delete(answer.id);
      }
    }
  }
}

async function play(fault: string): Promise<History> {
  await using folder = await tempFolder();
  await using server = await startDenokv(DENOKV ?? "", `${folder.path}/kv.sqlite`);
  const processes = [new CacheProcess(server.url, fault), new CacheProcess(server.url, fault)];
  const random = seeded(SEED);
  const history = new History();
  const versions = new Map<string, number>();
  const writing = new Set<string>();
  let left = ACTS;
  const act = async () => {
    while (left-- > 0) {
      const key = oneOf(random, KEYS);
      const process = oneOf(random, processes);
      const chance = { key, how: wholeBelow(random, 10), turns: wholeBelow(random, 4) };
      if (random() >= WRITES || writing.has(key)) {
        const open = history.begin(key);
        const { version } = await process.tell({ ...chance, act: "read", version: 0 });
        history.answered(open, version);
        continue;
      }
      // One write of a key at a time: which of two was the later one only the server would know.
      writing.add(key);
      const version = (versions.get(key) ?? 0) + 1;
      versions.set(key, version);
      const { isSaid } = await process.tell({ ...chance, act: "write", version });
      if (isSaid) history.acknowledged(key, version);
      writing.delete(key);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, act));
  await Promise.all(processes.map((process) => process.end()));
  console.info(`${history.reads} reads, ${history.writes} acknowledged writes`);
  return history;
}

Deno.test({
  name: "no process gives what was before an acknowledged invalidation of the other",
  ignore: DENOKV === null,
  async fn() {
    const history = await play("none");
    assert.deepEqual(history.stale, []);
    assert(history.writes > ACTS * WRITES / 2, `${history.writes} writes`);
  },
});

Deno.test({
  name: "the same acts find a planted late write",
  ignore: DENOKV === null,
  async fn() {
    const { stale } = await play("late-stamps");
    console.info(`${stale.length} stale answers`);
    assert(stale.length > 0);
  },
});
