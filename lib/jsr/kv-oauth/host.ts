// What the program around gives: where sessions are kept and how a provider is asked. Not a part of the original's
// interface, and reached by its own path: there it changes nothing, the original keeps to what it opens by itself.
import { AsyncLocalStorage } from "node:async_hooks";

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

const inside = new AsyncLocalStorage<Host>();
let given: Partial<Host> = {};
let opened: Promise<Deno.Kv> | undefined;

/** Gives what is named from now on; `{}` takes everything back. */
export function provideHost(host: Partial<Host>): void {
  given = host;
}

/** Runs `run`; what it asks for is given by `host`, whatever was provided to the rest of the process. */
export function withHost<Result>(host: Host, run: () => Promise<Result>): Promise<Result> {
  return inside.run(host, run);
}

/** Where sessions are kept: what was given, else a database that is opened at its first use. */
export async function sessionRows(): Promise<SessionRows> {
  return hostNow().rows ?? await (opened ??= openOwn());
}

/** Asks a provider. */
export async function askProvider(request: Request): Promise<Response> {
  const { ask } = hostNow();
  if (ask !== undefined) return await ask(request);
  return await fetch(request, { signal: AbortSignal.timeout(TIMEOUT_MS) });
}

function hostNow(): Partial<Host> {
  return inside.getStore() ?? given;
}

async function openOwn(): Promise<Deno.Kv> {
  const { state } = await Deno.permissions.query({ name: "env", variable: PATH_VARIABLE });
  const kv = await Deno.openKv(state === "granted" ? Deno.env.get(PATH_VARIABLE) : undefined);
  addEventListener("beforeunload", () => kv.close());
  return kv;
}
