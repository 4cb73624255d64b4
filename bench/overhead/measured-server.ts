// One server of the comparison, in a process of its own: what a page and a booking cost it.
import { benchTrip } from "../booking/trip.ts";
import { requestText, Wire } from "../overload/wire.ts";

const PATIENCE_MS = 30_000;
/** So many ask at a time: one is always waiting, so that the server never is. */
const CLIENTS = 4;
/** Clock ticks of the kernel a second, as `getconf CLK_TCK` says on every Linux there is. */
const TICKS = 100;

/** What one took. */
export interface Cost {
  /** Of the processor, in all threads of the server. */
  cpuMs: number;
  /** One every so many, as a clock on the wall says. */
  wallMs: number;
}

/** A server that is running. */
export class MeasuredServer implements AsyncDisposable {
  readonly #process: Deno.ChildProcess;
  readonly #folder: string;
  readonly #wire: Wire;
  #next = 0;

  private constructor(process: Deno.ChildProcess, folder: string, port: number) {
    this.#process = process;
    this.#folder = folder;
    this.#wire = new Wire(port);
  }

  /** Starts the sources in `root` over a database of its own. */
  static async start(root: string): Promise<MeasuredServer> {
    const folder = await Deno.makeTempDir();
    const process = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "bench/overhead/server.ts", `${folder}/kv.sqlite`],
      cwd: root,
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    return new MeasuredServer(process, folder, await listeningPort(process.stdout));
  }

  /** What `count` pages cost, one of them. */
  pages(count: number): Promise<Cost> {
    return this.#cost(count, async () => {
      await this.#ask(requestText("GET", "/", { "accept-encoding": "gzip, br" }));
    });
  }

  /** What `count` bookings cost, one of them: two ends are looked up, a price asked for, and it is bought. */
  bookings(count: number): Promise<Cost> {
    return this.#cost(count, async () => {
      const next = this.#next++;
      await this.#ask(requestText("GET", "/api/places?q=landv"));
      await this.#ask(requestText("GET", "/api/places?q=ostra%20ham"));
      const quote = await this.#ask(posted("/api/quotes", benchTrip(next)));
      const contact = { name: "Maja Berg", phone: "+46701234567", email: "" };
      const quoteId = /"id":"([^"]+)"/.exec(quote)?.[1] ?? "";
      const body = { quoteId, vehicleClass: "standard", contact };
      await this.#ask(posted("/api/bookings", body, { "idempotency-key": `overhead-${next}` }));
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#wire.close();
    this.#process.kill("SIGKILL");
    await this.#process.status;
    await Deno.remove(this.#folder, { recursive: true });
  }

  async #cost(count: number, one: () => Promise<void>): Promise<Cost> {
    const [cpuMs, wallMs] = [this.#cpuMs(), performance.now()];
    let left = count;
    await Promise.all(Array.from({ length: CLIENTS }, async () => {
      while (left-- > 0) await one();
    }));
    return {
      cpuMs: (this.#cpuMs() - cpuMs) / count,
      wallMs: (performance.now() - wallMs) / count,
    };
  }

  async #ask(request: string): Promise<string> {
    const { status, text } = await this.#wire.ask(request, PATIENCE_MS);
    if (status >= 400) throw new Error(`The server answered ${status}: ${text.slice(-300)}`);
    return text;
  }

  /** User and system time of all threads since the start, proc(5). */
  #cpuMs(): number {
    const stat = Deno.readTextFileSync(`/proc/${this.#process.pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 1_000 / TICKS;
  }
}

function posted(path: string, body: unknown, headers: Record<string, string> = {}): string {
  const all = { "content-type": "application/json", ...headers };
  return requestText("POST", path, all, JSON.stringify(body));
}

async function listeningPort(stream: ReadableStream<Uint8Array>): Promise<number> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    const match = /listening (\d+)/.exec(text);
    if (match) return Number(match[1]);
  }
  throw new Error("A server did not start");
}
