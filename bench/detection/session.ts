// A simulated visit: what it does and when, and by which identities it can be told.
import type { SecurityEvent, SecurityEventKind } from "../../lib/security/security-events.ts";
import type { IdentityKind } from "../../lib/detection/finding.ts";
import type { Chance } from "./chance.ts";

/** A visit. */
export interface Visit {
  /** What kind of people come so. */
  persona: string;
  events: SecurityEvent[];
}

/** Writes the events of one visit. */
export class VisitWriter {
  readonly events: SecurityEvent[] = [];
  readonly #own: {
    network: string;
    account: string;
    person: string;
    session: string;
    device: string;
  };
  readonly #chance: Chance;
  #atMs: number;

  constructor(
    chance: Chance,
    startMs: number,
    own: Partial<Record<"network" | "account" | "person" | "session" | "device", string>>,
  ) {
    this.#chance = chance;
    this.#atMs = Math.round(startMs);
    this.#own = { network: "", account: "", person: "", session: "", device: "", ...own };
  }

  /** Something happens, some seconds after what was before. */
  does(
    kind: SecurityEventKind,
    more: Partial<SecurityEvent> = {},
    seconds: readonly [number, number] = [2, 40],
  ): this {
    this.#atMs += 1_000 * this.#chance.whole(...seconds);
    this.events.push({ kind, atMs: this.#atMs, target: "", subjects: 0, ...this.#own, ...more });
    return this;
  }

  /** The same `times` over. */
  repeats(
    times: number,
    kind: SecurityEventKind,
    more: (i: number) => Partial<SecurityEvent> = () => ({}),
    seconds?: readonly [number, number],
  ): this {
    for (let i = 0; i < times; i++) this.does(kind, more(i), seconds);
    return this;
  }

  /** From now on it comes from another network, or by another browser. */
  moves(to: Partial<Record<"network" | "device", string>>): this {
    Object.assign(this.#own, to);
    return this;
  }

  /** Nothing happens for a while. */
  rests(minutes: number): this {
    this.#atMs += minutes * 60_000;
    return this;
  }
}

/** What an event is of a kind of identity; "" for nothing. */
export function markOf(event: SecurityEvent, kind: IdentityKind): string {
  return event[kind];
}
