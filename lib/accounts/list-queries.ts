// The list queries of people: which index each walks, how far, and for whom.
import { type ListQuery, walkQuery } from "../kv/list-query.ts";
import { WALK_ROWS } from "../kv/walk.ts";
import { accountKeys } from "./keys.ts";
import { ROWS_PER_COMMIT } from "./erase-account.ts";
import { MAX_IDENTITIES } from "./identity/identity.ts";
import { MAX_OWN } from "./own-data.ts";
import { MAX_PASSKEYS } from "./passkey.ts";
import { MAX_PERSON_EVENTS, MAX_STAFF } from "./person-store.ts";
import { MAX_SESSION_ROWS } from "./session-store.ts";

/** The queries. */
export const accountsQueries: readonly ListQuery[] = [
  {
    name: "staff",
    at: "lib/accounts/person-store.ts staff",
    walks: accountKeys.staff,
    by: "",
    order: "up",
    most: MAX_STAFF,
    then: "person",
    asks: "admins, detectors, access reviews",
  },
  {
    name: "person events",
    at: "lib/accounts/person-store.ts events",
    walks: accountKeys.personEvent,
    by: "a person",
    order: "up",
    most: MAX_PERSON_EVENTS,
    asks: "admins",
  },
  {
    name: "own sessions",
    at: "lib/accounts/session-store.ts #idsOf",
    walks: accountKeys.ownSession,
    by: "a person",
    order: "up",
    most: MAX_SESSION_ROWS,
    then: "session",
    asks: "whoever is signed in; sign-ins",
  },
  {
    name: "own passkeys",
    at: "lib/accounts/passkey-store.ts passkeysOf",
    walks: accountKeys.ownPasskey,
    by: "a person",
    order: "up",
    most: MAX_PASSKEYS,
    then: "passkey",
    asks: "whoever is signed in",
  },
  {
    name: "own passkeys to change",
    at: "lib/accounts/passkey-store.ts storedPasskeysOf",
    walks: accountKeys.ownPasskey,
    by: "a person",
    order: "up",
    most: MAX_PASSKEYS,
    then: "passkey",
    asks: "whoever changes how they sign in",
  },
  {
    name: "own identities",
    at: "lib/accounts/identity/identity-store.ts of",
    walks: accountKeys.ownIdentity,
    by: "a person",
    order: "up",
    most: MAX_IDENTITIES,
    then: "identity",
    asks: "whoever is signed in",
  },
  {
    name: "whether there is an identity",
    at: "lib/accounts/set-passkey.ts removePasskey",
    walks: accountKeys.ownIdentity,
    by: "a person",
    order: "up",
    most: 1,
    asks: "whoever removes a passkey",
  },
  {
    name: "own person events",
    at: "lib/accounts/own-data.ts ofPerson",
    walks: accountKeys.personEvent,
    by: "a person",
    order: "up",
    most: MAX_OWN,
    asks: "whoever asks for their data",
  },
  {
    name: "own sessions handed out",
    at: "lib/accounts/own-data.ts ofDevices",
    walks: accountKeys.ownSession,
    by: "a person",
    order: "up",
    most: MAX_OWN,
    then: "session",
    asks: "whoever asks for their data",
  },
  {
    name: "own ways to sign in handed out",
    at: "lib/accounts/own-data.ts many",
    walks: null,
    by: "a person",
    order: "up",
    most: MAX_OWN,
    then: null,
    asks: "whoever asks for their data",
  },
  walkQuery({
    name: "rows of an account to erase",
    at: "lib/accounts/erase-account.ts eraseEach",
    walks: null,
    by: "a person",
    order: "up",
    most: ROWS_PER_COMMIT,
    asks: "the erasure of an account",
  }),
  walkQuery({
    name: "accounts to cover",
    at: "lib/accounts/person-store.ts all",
    walks: accountKeys.person,
    by: "",
    order: "down",
    most: WALK_ROWS,
    asks: "the reader of new numbers, where it missed some",
  }),
];
