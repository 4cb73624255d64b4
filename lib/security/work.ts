// What keys need beside requests: new versions are looked for, data keys move to the current one, and what was erased is
// written down outside the database.
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { Logger } from "../kernel/log.ts";
import type { Database } from "../kv/open.ts";
import type { Rounds } from "../kv/rounds.ts";
import type { Work } from "../kv/work.ts";
import { claimKeys } from "./claim-keys.ts";
import type { CountedKeys } from "./counted-keys.ts";
import { erasureFileOf } from "./erasure-file.ts";
import { type LedgerPlace, mirrorErasures, newestErasure } from "./keep-ledger.ts";
import type { KeyRing } from "./key-ring.ts";
import type { Refusals } from "./refusals.ts";
import { rotateStep, ROTATION_GRACE_MS, type RotationStep } from "./rotate-keys.ts";

/** How often a source is asked for new versions, in milliseconds. */
const ROUND_MS = 60_000;
/** Most commits of one round: a hundred thousand keys are moved in half an hour, and bookings get their turn. */
const MAX_STEPS = 400;

/** How often erasures are looked for that the ledger outside the database lacks, in milliseconds. */
const LEDGER_EVERY_MS = 2_000;
/** How often it is written down whom limits have refused, in milliseconds. */
const REFUSALS_EVERY_MS = 5_000;

/** What the work needs. */
export interface SecurityWorkDeps {
  config: { database: string };
  db: Database;
  keyRing: KeyRing;
  keyEncryption: CountedKeys;
  clock: Clock;
  randomBytes: RandomBytes;
  log: Logger;
  shutdown: AbortSignal;
  refusals: Refusals;
}

/** The work of this room. */
export function securityWork(deps: SecurityWorkDeps): Work {
  const { db, config } = deps;
  const hasFile = db.kind === "file";
  const place = { db, path: erasureFileOf(config.database) };
  const refusals: Rounds = {
    name: "writing down refusals",
    everyMs: REFUSALS_EVERY_MS,
    round: () => deps.refusals.flush(),
  };
  return { rounds: [rotationRounds(deps), refusals, ...hasFile ? [ledgerRounds(place)] : []] };
}

function ledgerRounds(place: LedgerPlace): Rounds {
  let mirrored: string | null | undefined;
  return {
    name: "keeping the ledger of erasures",
    everyMs: LEDGER_EVERY_MS,
    async round() {
      const newest = await newestErasure(place);
      if (newest === mirrored) return;
      await mirrorErasures(place);
      mirrored = newest;
    },
  };
}

function rotationRounds(deps: SecurityWorkDeps): Rounds {
  const { keyRing, log, shutdown } = deps;
  return {
    name: "rotating key-encryption keys",
    everyMs: ROUND_MS,
    async round() {
      const before = (await keyRing.keys()).current;
      const keys = await keyRing.refresh();
      if (keys.current !== before) await claimKeys(deps, keys);
      let moved = 0;
      for (let steps = 0; steps < MAX_STEPS && !shutdown.aborted; steps++) {
        const step: RotationStep = await rotateStep({ ...deps, graceMs: ROTATION_GRACE_MS });
        if (step === "more") moved++;
        else if (step !== "again") break;
      }
      if (moved > 0) {
        log.info("key-encryption keys rotate", { code: String(keys.current), count: moved });
      }
    },
  };
}
