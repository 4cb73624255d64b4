// The services of this room: operators' sessions.
import type { Clock } from "../kernel/clock.ts";
import type { Database } from "../kv/open.ts";
import { KvSessionStore, type SessionStore } from "./session-store.ts";

/** What this room gives to those above it. */
export interface AccountServices {
  sessions: SessionStore;
}

/** Composes the room's services. */
export function accountServices(below: { db: Database; clock: Clock }): AccountServices {
  return { sessions: new KvSessionStore(below.db, below.clock) };
}
