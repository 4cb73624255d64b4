// `deno task rotate-keys`: adds a version of the key-encryption key to the file it is in and moves every data key to it, with
// progress. A server that runs takes the new version up by itself, and this only looks on. `--forget N` takes a retired
// version out of the file.
import { keyFileOf } from "../lib/assembly/key-encryption.ts";
import { openOwnDatabase } from "../lib/assembly/own-database.ts";
import { type Config, loadConfig, processEnvironment } from "../lib/assembly/settings.ts";
import { GatewayError } from "../lib/errors/gateway-error.ts";
import { systemClock } from "../lib/kernel/clock.ts";
import { secureRandomBytes } from "../lib/kernel/ids.ts";
import { makeLogger } from "../lib/kernel/log.ts";
import { lockDatabaseFile } from "../lib/kv/file-lock.ts";
import type { Database } from "../lib/kv/open.ts";
import { claimKeys } from "../lib/security/claim-keys.ts";
import { addKeyVersion, dropKeyVersion, keyFileKms } from "../lib/security/key-file-gateway.ts";
import { KeyRing } from "../lib/security/key-ring.ts";
import { fixedKms } from "../lib/security/kms.ts";
import {
  isRotating,
  rotateStep,
  type Rotation,
  rotationState,
} from "../lib/security/rotate-keys.ts";
import { securityServices } from "../lib/security/services.ts";
import { Refused, runScript } from "./terminal.ts";

/** Between two lines of progress, in keys. */
const TELL_EVERY = 5_000;
/** Most steps: a hundred million keys. */
const MAX_STEPS = 20_000_000;

if (import.meta.main) await runScript(() => main(Deno.args));

async function main(args: readonly string[]): Promise<void> {
  const config = loadConfig(processEnvironment());
  const path = keyFileOf(config);
  const forgotten = forgottenVersion(args);
  if (path === null) throw new Refused(elsewhere(config));
  if (isServed(config.database)) {
    if (forgotten !== null) throw new Refused("Stop the server before a version is forgotten.");
    const version = await addKeyVersion(path, secureRandomBytes);
    console.info(
      `Added version ${version}. The running server takes it up within a minute; its log says how far it has come.`,
    );
    return;
  }
  const db = await openOwnDatabase(config, { createDatabase: false, isServed: true });
  try {
    if (forgotten !== null) return await forget(db, path, forgotten);
    await addIfMoved(db, path);
    await rotate(db, path);
  } finally {
    db.close();
  }
}

/** One version each time: one that was added and not moved to yet, by a process that was killed, is gone on with. */
async function addIfMoved(db: Database, path: string): Promise<void> {
  const { current } = await keyFileKms({ path }).keys();
  if (await isRotating({ db }, current)) {
    return console.info(`Version ${current} is being moved to: going on.`);
  }
  console.info(`Added version ${await addKeyVersion(path, secureRandomBytes)}.`);
}

async function rotate(db: Database, path: string): Promise<void> {
  const keys = await keyFileKms({ path }).keys();
  const clock = systemClock;
  await claimKeys({ db, clock }, keys);
  const log = makeLogger({ clock, write: () => {} });
  const kms = new KeyRing(fixedKms(keys));
  const services = securityServices({ kms, db, clock, log });
  // Nobody else has the file: no commit is under way that a version must wait for.
  const deps = { ...services, db, clock, randomBytes: secureRandomBytes, graceMs: 0 };
  let told = 0;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const step = await rotateStep(deps);
    const state = await rotationState(db);
    if (state !== null && state.looked - told >= TELL_EVERY) {
      told = state.looked;
      console.info(`${state.looked} keys looked at, ${state.rewrapped} moved …`);
    }
    if (step === "done" || (state?.movedAt ?? null) !== null && (state?.stuck ?? 0) > 0) {
      return tellEnd(state);
    }
  }
}

function tellEnd(state: Rotation | null): void {
  if (state === null) return console.info("There is one version; nothing is to be moved.");
  if (state.finishedAt === null) {
    throw new Refused(
      `${state.stuck} data keys are damaged and name an older version, which is therefore not retired.`,
    );
  }
  console.info(
    `Every data key is wrapped with version ${state.to}: ${state.rewrapped} were moved. Older versions are retired; ` +
      "backups made before need them, so keep them apart until these are gone, then --forget them.",
  );
}

async function forget(db: Database, path: string, version: number): Promise<void> {
  const state = await rotationState(db);
  if (state?.finishedAt === null || state === null || version >= state.to) {
    throw new Refused(`Version ${version} is not retired.`);
  }
  await dropKeyVersion(path, version);
  console.info(
    `Version ${version} is out of ${path}. No backup made with it can be read any more.`,
  );
}

function isServed(database: string): boolean {
  try {
    lockDatabaseFile(database).release();
    return false;
  } catch (error) {
    if (error instanceof GatewayError) return true;
    throw error;
  }
}

function forgottenVersion(args: readonly string[]): number | null {
  const [option, version = "", ...more] = args;
  if (option === undefined) return null;
  if (option === "--forget" && /^[1-9]\d{0,6}$/.test(version) && more.length === 0) {
    return Number(version);
  }
  throw new Refused("Nothing was done: deno task rotate-keys [--forget VERSION]");
}

function elsewhere({ keks, kmsUrl }: Config): string {
  if (keks !== undefined) {
    return "The keys are in AVANTI_KEKS: put a new version in front of the others, such as " +
      '2:"$(openssl rand -base64 32)",1:…, and restart the server. It moves every data key by itself.';
  }
  return kmsUrl === undefined
    ? "This database keeps no key-encryption keys of its own."
    : "The keys are in the service at AVANTI_KMS_URL: add a version there and make it the current one. The server takes " +
      "it up within a minute and moves every data key by itself.";
}
