// The services of this room: people, their sessions, and the ways in by others.
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { Database } from "../kv/open.ts";
import type { Dependencies } from "../resilience/dependencies.ts";
import type { LoadShedder } from "../resilience/load-shedder.ts";
import { HashingGate } from "./hashing-gate.ts";
import { IdentityStore } from "./identity/identity-store.ts";
import { SignInFlows } from "./identity/sign-in-flows.ts";
import type { WayIn } from "./identity/way-in.ts";
import { type WaysConfig, waysIn } from "./identity/ways-in.ts";
import { PersonStore } from "./person-store.ts";
import { KvSessionStore, type SessionStore } from "./session-store.ts";

/** What this room gives to those above it. */
export interface AccountServices {
  people: PersonStore;
  sessions: SessionStore;
  hashing: HashingGate;
  identities: IdentityStore;
  /** The ways in by others that are set. */
  ways: readonly WayIn[];
}

/** What it stands on. */
export interface AccountsBelow {
  config: WaysConfig;
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  reachKey: CryptoKey;
  sealKey: CryptoKey;
  dependencies: Dependencies;
  shedder: Pick<LoadShedder, "leaveOut">;
}

/** Composes the room's services. */
export function accountServices(below: AccountsBelow): AccountServices {
  const hashing = new HashingGate();
  // Those who wait for a hash keep nobody else from coming in: many who sign in would keep out all who book.
  below.shedder.leaveOut(() => hashing.size);
  return {
    people: new PersonStore(below),
    sessions: new KvSessionStore(below.db, below.clock),
    hashing,
    identities: new IdentityStore(below),
    ways: waysIn({ ...below, flows: new SignInFlows(below) }),
  };
}
