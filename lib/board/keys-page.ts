// The key-encryption keys for those who watch over them: versions, a rotation and how far it is, erasures, the newest backup.
// No key is in it.
import type { OperatorSession } from "../accounts/session.ts";
import { type NewestBackup, newestBackup } from "../backup/newest-backup.ts";
import { MOST_USES } from "../security/kek-uses.ts";
import { type KeyReport, keyReport, type KeyReportDeps } from "../security/key-report.ts";
import { isRotating, ROTATION_GRACE_MS } from "../security/rotate-keys.ts";
import type { StartedRotation, StartRotationDeps } from "../security/start-rotation.ts";
import {
  type Counted,
  countErasures,
  type RotationProgress,
  rotationProgress,
} from "../security/rotation-progress.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** What the page needs. */
export interface KeysPageDeps extends FramedDeps, Pick<KeyReportDeps, "kekUses"> {
  keyRing: StartRotationDeps["keyRing"];
  config: { database: string };
}

/** The newest rotation with how far it is. */
export type RotationView = NonNullable<KeyReport["rotation"]> & RotationProgress & {
  /** Instant from which older versions may be retired; null while keys are moved, and once they were. */
  retiresAt: string | null;
};

/** What a form has done. */
export type KeysDone = Exclude<StartedRotation, "elsewhere">;

const DONE: readonly KeysDone[] = ["started", "resumed", "changed"];

/** The page. */
export interface KeysData extends Framed {
  /** The newest first. */
  versions: KeyReport["versions"];
  /** How often one may be used. */
  mostUses: number;
  /** The version in use: a rotation is started from the one that was seen. */
  current: number;
  rotation: RotationView | null;
  /** True while data keys may name an older version. */
  isRotating: boolean;
  /** True where the product itself can make a version. */
  canAdd: boolean;
  /** True for who may start a rotation. */
  manages: boolean;
  /** What the form that led here has done; null when none did. */
  done: KeysDone | null;
  erasures: Counted;
  backup: NewestBackup | null;
}

/** Reads it. Throws SealError("key-unavailable"). */
export async function loadKeys(
  deps: KeysPageDeps,
  operator: OperatorSession,
  said: string | null = null,
): Promise<KeysData> {
  const { keyRing, config } = deps;
  const [frame, report, erasures, backup] = await Promise.all([
    framed(deps, operator),
    keyReport(deps),
    countErasures(deps),
    newestBackup(config.database),
  ]);
  const current = report.versions.find(({ isCurrent }) => isCurrent)?.version ?? 0;
  return {
    ...frame,
    versions: report.versions.toSorted((a, b) => b.version - a.version),
    mostUses: MOST_USES,
    current,
    rotation: report.rotation === null ? null : await viewOf(deps, report.rotation),
    isRotating: await isRotating(deps, current),
    canAdd: keyRing.canAdd,
    manages: operator.rights.includes("handle-data-requests"),
    done: DONE.find((one) => one === said) ?? null,
    erasures,
    backup,
  };
}

async function viewOf(
  deps: KeysPageDeps,
  rotation: NonNullable<KeyReport["rotation"]>,
): Promise<RotationView> {
  const { movedAt, finishedAt } = rotation;
  const waits = movedAt !== null && finishedAt === null;
  const retiresAt = waits
    ? Temporal.Instant.from(movedAt).add({ milliseconds: ROTATION_GRACE_MS }).toString()
    : null;
  return { ...rotation, ...await rotationProgress(deps, rotation), retiresAt };
}
