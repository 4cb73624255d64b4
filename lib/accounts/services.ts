// The services of this room: people and their sessions.
import type { Clock } from "../kernel/clock.ts";
import type { Database } from "../kv/open.ts";
import { HashingGate } from "./hashing-gate.ts";
import { PersonStore } from "./person-store.ts";
import { KvSessionStore, type SessionStore } from "./session-store.ts";

/** What this room gives to those above it. */
export interface AccountServices {
  people: PersonStore;
  sessions: SessionStore;
  hashing: HashingGate;
}

/** Composes the room's services. */
export function accountServices(
  below: { db: Database; clock: Clock; reachKey: CryptoKey },
): AccountServices {
  const sessions = new KvSessionStore(below.db, below.clock);
  return { people: new PersonStore(below), sessions, hashing: new HashingGate() };
}
