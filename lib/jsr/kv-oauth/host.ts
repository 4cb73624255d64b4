// What the program around gives: where sessions are kept and how a provider is asked. Not a part of the original's
// interface, and reached by its own path: there it changes nothing, the original keeps to what it opens by itself.

/** One commit that deletes a row only as it was read. A `Deno.AtomicOperation` is one. */
export interface SessionDeletion {
  check(entry: { key: Deno.KvKey; versionstamp: string | null }): SessionDeletion;
  delete(key: Deno.KvKey): SessionDeletion;
  commit(): Promise<{ ok: boolean }>;
}

/** Where sessions are kept. A `Deno.Kv` is one. */
export interface SessionRows {
  get(key: Deno.KvKey): Promise<{ value: unknown; versionstamp: string | null }>;
  /** `expireIn` in milliseconds. */
  set(key: Deno.KvKey, value: unknown, options?: { expireIn?: number }): Promise<unknown>;
  delete(key: Deno.KvKey): Promise<unknown>;
  atomic(): SessionDeletion;
}

/** How a provider is asked: as `fetch`. */
export type AskProvider = (request: Request) => Promise<Response>;

/** What the program around gives. */
export interface Host {
  rows: SessionRows;
  ask: AskProvider;
}

/** Longest time a provider may take where nobody else watches, in milliseconds. */
const TIMEOUT_MS = 10_000;
/** The variable that names the database where none was given, as the original has it. */
const PATH_VARIABLE = "DENO_KV_PATH";

let given: Partial<Host> = {};
let opened: Promise<Deno.Kv> | undefined;

/** Gives what is named from now on; `{}` takes everything back. */
export function provideHost(host: Partial<Host>): void {
  given = host;
}

/** Where sessions are kept: what was given, else a database that is opened at its first use. */
export async function sessionRows(): Promise<SessionRows> {
  return given.rows ?? await (opened ??= openOwn());
}

/** Asks a provider. */
export async function askProvider(request: Request): Promise<Response> {
  if (given.ask !== undefined) return await given.ask(request);
  return await fetch(request, { signal: AbortSignal.timeout(TIMEOUT_MS) });
}

async function openOwn(): Promise<Deno.Kv> {
  const { state } = await Deno.permissions.query({ name: "env", variable: PATH_VARIABLE });
  const kv = await Deno.openKv(state === "granted" ? Deno.env.get(PATH_VARIABLE) : undefined);
  addEventListener("beforeunload", () => kv.close());
  return kv;
}
