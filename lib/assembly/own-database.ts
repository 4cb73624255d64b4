// The database of this process: opened, and sure to be the one that is meant. A forgotten AVANTI_MODE or
// another secret is noticed before anything is written.
import { GatewayError } from "../errors/gateway-error.ts";
import { readFact, writeFact } from "../kv/about.ts";
import { type Database, openDatabase } from "../kv/open.ts";
import { systemClock } from "../kernel/clock.ts";
import { secretMark } from "../security/crypto-keys.ts";
import { auditedByCommand } from "./audited.ts";
import type { Config } from "./settings.ts";

/** More than a database knows of itself: behind so many facts any other row shows. */
export const MAX_FACTS = 50;

/** What whoever starts the process agrees to. */
export interface Consent {
  /** A production database may begin empty. */
  createDatabase: boolean;
  /** Links and prices made with the former secret may stop working. */
  replaceSecret: boolean;
}

/** The consent that stands in a command's arguments. */
export function consentOf(args: readonly string[]): Consent {
  return {
    createDatabase: args.includes("--create-database"),
    replaceSecret: args.includes("--replace-secret"),
  };
}

/** Opens the database, sure that it is of this mode. Throws GatewayError with one sentence. */
export async function openOwnDatabase(
  config: Pick<Config, "mode" | "database">,
  { createDatabase, isServed = false }: Pick<Consent, "createDatabase"> & { isServed?: boolean },
): Promise<Database> {
  const mayCreate = config.mode !== "production" || createDatabase;
  const db = await openDatabase(config.database, { mayCreate, isServed });
  try {
    await claimMode(db, config, mayCreate);
    return auditedByCommand(db, systemClock);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Marks an empty database with its mode; refuses one that has another. */
async function claimMode(
  db: Database,
  { mode, database }: Pick<Config, "mode" | "database">,
  mayCreate: boolean,
): Promise<void> {
  const marked = await readFact(db, "mode");
  const known = marked ?? await formerMode(db);
  if (known === mode) {
    // Marked now: what a former release left would have to be guessed again at every start.
    if (marked === null) await writeFact(db, "mode", mode);
    return;
  }
  if (known !== null) throw new GatewayError("kv", otherMode(database, known, mode), false);
  if (!mayCreate) {
    throw new GatewayError(
      "kv",
      `The database at ${database} is empty. If it was not, restore it; ` +
        "the first start of a new company begins one with --create-database.",
      false,
    );
  }
  await writeFact(db, "mode", mode);
}

/** Of a database made before databases had a mark: demo data says what it is; rows without it are a company's. */
async function formerMode(db: Database): Promise<Config["mode"] | null> {
  if (await readFact(db, "seeded") !== null) return "local";
  const rows = await Array.fromAsync(db.read.list({ prefix: [] }, { limit: MAX_FACTS + 1 }));
  return rows.some(({ key }) => key[0] !== "about") ? "production" : null;
}

function otherMode(database: string, known: string, mode: string): string {
  return known === "production"
    ? `The database ${database} is a company's, and AVANTI_MODE is ${mode}. Set AVANTI_MODE=production, ` +
      "or name another file by AVANTI_DATABASE."
    : `The database ${database} holds demo data, and AVANTI_MODE is ${mode}. Name another file by AVANTI_DATABASE.`;
}

/** Refuses a secret that is not the one the database was made with. Throws GatewayError with one sentence. */
export async function claimSecret(
  db: Database,
  secret: Uint8Array<ArrayBuffer>,
  { replaceSecret }: Pick<Consent, "replaceSecret">,
): Promise<void> {
  const mark = await secretMark(secret);
  const known = await readFact(db, "secret");
  if (known === mark) return;
  if (known !== null && !replaceSecret) {
    throw new GatewayError(
      "kv",
      "This is not the secret the database was made with: no link to a booking would open any more. Restore " +
        "AVANTI_SECRET (in local mode the file local-secret beside the database), or start once with --replace-secret.",
      false,
    );
  }
  await writeFact(db, "secret", mark);
}
