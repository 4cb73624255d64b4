// Rows that nobody can read: null, of another shape, or of a later release. Such a row costs what it says and no more:
// lists leave it out, and what was left out is told once.
import { GatewayError } from "../errors/gateway-error.ts";
import type { AnyFamily } from "./family.ts";

/** Most rows remembered as told; past that, they are told again. */
const MAX_KNOWN = 1_000;

/** Thrown for one row that cannot be read. */
export class UnreadableRow extends GatewayError {
  override name = "UnreadableRow";
  readonly family: string;
  /** Nobody may read its key either. */
  readonly isSecret: boolean;

  constructor(
    { name, privacy }: Pick<AnyFamily, "name" | "privacy">,
    why: string,
    cause?: unknown,
  ) {
    super("kv", `A row of ${name} ${why}`, false, { cause });
    this.family = name;
    this.isSecret = privacy === "C4";
  }
}

/** A row that was left out. */
export interface LeftOut {
  key: Deno.KvKey;
  error: UnreadableRow;
}

/** The rows of a database that were left out since the process began. */
export class UnreadableRows {
  readonly #known = new Set<string>();
  #untold: LeftOut[] = [];

  /** Remembers it, unless it is known already. */
  note(key: Deno.KvKey, error: UnreadableRow): void {
    const name = key.map(String).join("\u0000");
    if (this.#known.has(name)) return;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    if (this.#untold.length >= MAX_KNOWN) this.#untold.shift();
    this.#known.add(name);
    this.#untold.push({ key, error });
  }

  /** Those that nobody was told of yet. */
  take(): LeftOut[] {
    return this.#untold.splice(0);
  }
}

const byHandle = new WeakMap<Deno.Kv, UnreadableRows>();

/** What was left out by reads over a handle. */
export function unreadableRows(kv: Deno.Kv): UnreadableRows {
  const known = byHandle.get(kv) ?? new UnreadableRows();
  byHandle.set(kv, known);
  return known;
}
