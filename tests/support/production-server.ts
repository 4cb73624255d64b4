// The product as a company runs it: a process of its own, started by its script, on a database file with a fleet and
// tariffs. Tests do to it and its file what the world does.
import assert from "node:assert/strict";
import { assertBuilt } from "./built.ts";
import { tempFolder } from "./databases.ts";
import { ROOT } from "./module-graph.ts";
import { KEKS, productionParts, SECRET } from "./production-keys.ts";
import { testServices } from "./services.ts";
import { UNLIMITED } from "./unlimited.ts";

/** Most looks at whether something has come about, fifty milliseconds apart: two minutes, for a machine that is shared. */
const MOST_LOOKS = 2_400;
const LOOK_EVERY_MS = 50;

/** What a test may choose. */
export interface ProductionOptions {
  /** Where people reach it; its own address unless a proxy stands in front. */
  origin?: string;
  port?: number;
  env?: Record<string, string>;
  /** A folder for the database that stays: a file system of the test's own. */
  folder?: string;
  /** Another database than a file of its own: the address of a server. */
  database?: string;
  /** True when the database has its fleet and tariffs already. */
  existing?: boolean;
  /** A program before the server's, with its arguments. */
  under?: readonly string[];
}

/** A running server. */
export interface ProductionServer extends AsyncDisposable {
  readonly origin: string;
  readonly port: number;
  readonly database: string;
  /** The process that runs now. */
  readonly process: Deno.ChildProcess;
  /** What it has written so far, both streams. */
  said(): string;
  /** A request to the process itself. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Ends it as an operator does; its exit code. */
  stop(): Promise<number>;
  /** Starts it again, and waits until it takes bookings. */
  start(): Promise<void>;
}

/** Starts it on a database of its own, and waits until it takes bookings. */
export async function startProduction(options: ProductionOptions = {}): Promise<ProductionServer> {
  await assertBuilt();
  const temporary = options.folder === undefined ? await tempFolder() : null;
  const folder = options.folder ?? temporary?.path ?? "";
  const database = options.database ?? `${folder}/kv.sqlite`;
  const server = new Production(database, options, temporary);
  if (!options.existing) await setUp(database);
  await server.start();
  return server;
}

/** A company's fleet and prices, as a load would have brought them. */
async function setUp(database: string): Promise<void> {
  await using _ = await testServices({ database, parts: await productionParts() });
}

class Production implements ProductionServer {
  readonly port: number;
  readonly origin: string;
  #process: Deno.ChildProcess | null = null;
  #said = "";

  constructor(
    readonly database: string,
    readonly options: ProductionOptions,
    readonly folder: AsyncDisposable | null,
  ) {
    this.port = options.port ?? freePort();
    this.origin = options.origin ?? `https://127.0.0.1:${this.port}`;
  }

  get process(): Deno.ChildProcess {
    assert.ok(this.#process, "it runs");
    return this.#process;
  }

  said(): string {
    return this.#said;
  }

  async start(): Promise<void> {
    const [program = Deno.execPath(), ...before] = [...this.options.under ?? [], Deno.execPath()];
    this.#process = new Deno.Command(program, {
      args: [...before, "run", "-A", "--no-check", "scripts/production.ts"],
      cwd: ROOT,
      env: {
        NO_COLOR: "1",
        AVANTI_MODE: "production",
        AVANTI_ORIGIN: this.origin,
        AVANTI_SECRET: SECRET,
        AVANTI_KEKS: KEKS,
        ...UNLIMITED,
        AVANTI_DATABASE: this.database,
        PORT: String(this.port),
        ...this.options.env,
      },
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    for (const stream of [this.#process.stdout, this.#process.stderr]) void this.#listen(stream);
    const running = this.#process;
    let code: number | null = null;
    void running.status.then((status) => code = status.code);
    await until(
      async () => code !== null || await statusOf(() => this.ask("/readyz")) === 200,
      () => `it is ready:\n${this.#said}`,
    );
    assert.equal(code, null, `It ended with ${code}:\n${this.#said}`);
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("host", new URL(this.origin).host);
    return fetch(`http://127.0.0.1:${this.port}${path}`, { redirect: "manual", ...init, headers });
  }

  async stop(): Promise<number> {
    this.process.kill("SIGTERM");
    return (await this.process.status).code;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#process?.kill("SIGKILL");
    } catch (error) {
      // It has ended already.
      if (!(error instanceof TypeError)) throw error;
    }
    await this.#process?.status;
    await this.folder?.[Symbol.asyncDispose]();
  }

  async #listen(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) this.#said += text;
  }
}

/** A customer of a server: asks for prices and books. */
export interface Customer {
  /** The id of a new quote of tomorrow morning. */
  quote(): Promise<string>;
  /** Books a quote; the answer as it is. */
  book(quoteId: string, language?: string): Promise<Response>;
}

/** A customer whose requests go through `ask`. */
export function aCustomer(ask: ProductionServer["ask"], origin: string): Customer {
  const send = (path: string, body: unknown, key = "") =>
    insist(() =>
      ask(path, {
        method: "POST",
        body: JSON.stringify(body),
        headers: {
          ...{ "content-type": "application/json", origin },
          ...(key === "" ? {} : { "idempotency-key": key }),
        },
      })
    );
  return {
    async quote() {
      const date = Temporal.Now.plainDateISO("Europe/Stockholm").add({ days: 1 });
      // Any minute of the day: a car is free somewhere. From three o'clock on: also just before midnight that is not too soon.
      const minutes = Math.floor((3 + Math.random() * 21) * 60);
      const time = Temporal.PlainTime.from("00:00").add({ minutes }).toString().slice(0, 5);
      const answer = await send("/api/quotes", {
        from: { words: "Landvetter", placeId: "airport:GOT" },
        to: { words: "Göteborg C", placeId: "pin:57.7066,11.9675" },
        pickup: { wallTime: `${date}T${time}` },
        passengers: 1,
      });
      assert.equal(answer.status, 201, await answer.clone().text());
      return (await answer.json()).id;
    },
    book: (quoteId, language = "sv") =>
      send(`/api/bookings?lang=${language}`, {
        quoteId,
        vehicleClass: "standard",
        contact: { name: "Maja Öberg", phone: "070-123 45 67", email: "" },
        note: "",
      }, `purchase-of-${quoteId}`),
  };
}

/** Asks again as long as there is too much to do for a moment: machines of tests are shared. */
async function insist(ask: () => Promise<Response>): Promise<Response> {
  for (let times = 0; times < MOST_LOOKS; times++) {
    const answer = await ask();
    if (answer.status !== 503 || !(await answer.clone().text()).includes('"overloaded"')) {
      return answer;
    }
    await answer.body?.cancel();
    await moment();
  }
  return assert.fail("There was too much to do all the time");
}

/** Waits until something has come about. */
export async function until(
  happened: () => boolean | Promise<boolean>,
  what: () => string,
): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    if (await happened()) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  assert.fail(`It never came about that ${what()}`);
}

/** A moment in which a person looks at what they have got. */
export function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2 * LOOK_EVERY_MS));
}

/** The status of an answer, or null when there is none. */
export async function statusOf(ask: () => Promise<Response>): Promise<number | null> {
  try {
    const answer = await ask();
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return null;
  }
}

/** A port nobody listens on. */
export function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return (listener.addr as Deno.NetAddr).port;
}
