// What a detector is, and what keeps one from telling of the same again and again.
import type { SecurityEvent } from "../security/security-events.ts";
import type { DetectorName, Finding, IdentityKind } from "./finding.ts";
import type { Mark } from "./memory.ts";

/** Looks at events in their order. */
export interface Detector {
  readonly name: DetectorName;
  /** What it finds now, or null. */
  see(event: SecurityEvent): Finding | null;
}

/** How long one identity is not told of again by one detector, in milliseconds. */
export const FOUND_AGAIN_MS = 60 * 60_000;
/** Most identities that are remembered as told of. */
const MAX_TOLD = 10_000;

/** Remembers what was told. */
export class Told {
  readonly #atMs = new Map<string, number>();

  /** The finding, or null when the same was told lately. */
  once(finding: Finding): Finding | null {
    const { identity: { kind, mark }, detector, atMs } = finding;
    const key = `${detector} ${kind} ${mark}`;
    const before = this.#atMs.get(key);
    if (before !== undefined && atMs - before < FOUND_AGAIN_MS) return null;
    this.#atMs.delete(key);
    this.#atMs.set(key, atMs);
    const [oldest] = this.#atMs.keys();
    if (this.#atMs.size > MAX_TOLD && oldest !== undefined) this.#atMs.delete(oldest);
    return finding;
  }
}

/** A finding on what was done lately. */
export function found(
  detector: DetectorName,
  { atMs }: SecurityEvent,
  { kind, mark, count, threshold, marks }: {
    kind: IdentityKind;
    mark: string;
    count: number;
    threshold: number;
    marks: readonly Mark[];
  },
): Finding {
  const sinceMs = marks[0]?.atMs ?? atMs;
  return { detector, atMs, sinceMs, identity: { kind, mark }, count, threshold };
}
