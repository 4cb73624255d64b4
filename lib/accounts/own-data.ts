// What of this room is somebody's own: the account, and how they sign in. No secret is handed out, and nobody else's name.
import type { DataSubject, OwnData, OwnRow } from "../kernel/own-data.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList, readThoseReadable } from "../kv/read.ts";
import type { Key } from "../kv/family.ts";
import { accountKeys } from "./keys.ts";
import { ownPlacesOf } from "./own-place-store.ts";
import type { PersonEvent } from "./person.ts";

/** Most rows of one index of a person. */
export const MAX_OWN = 1_000;

/** What reading needs. */
export interface AccountOwnDataDeps {
  db: Pick<Database, "read">;
  sealKey: CryptoKey;
}

/** The families. */
export function accountOwnData(deps: AccountOwnDataDeps): OwnData[] {
  return [...ofPerson(deps), ...ofSigningIn(deps), ...ofDevices(deps)];
}

function ofPerson(deps: AccountOwnDataDeps): OwnData[] {
  return [
    {
      family: "person",
      fields: {
        ...{ id: "text", name: "text", email: "text", phone: "text", language: "text" },
        ...{ roles: "text", standing: "text", since: "instant" },
      },
      sources: ["you", "company"],
      recipients: ["mail", "sms"],
      rows: one(deps, (id) => accountKeys.person(id), (person) => ({
        ...{ id: person.id, name: person.name, email: person.email, phone: person.phone },
        language: person.locale,
        roles: person.grants.map(({ role }) => role).join(" "),
        ...{ standing: person.standing.kind, since: person.createdAt },
      })),
    },
    {
      family: "personEvent",
      fields: { at: "instant", what: "text", by: "text", detail: "text" },
      sources: ["you", "company"],
      recipients: ["none"],
      async *rows({ personId }) {
        if (personId === null) return;
        const prefix = accountKeys.personEvent.under(personId);
        for (const { value } of await readList(deps.db.read, { prefix }, MAX_OWN)) {
          yield eventRow(value, personId);
        }
      },
    },
    {
      family: "driverAccount",
      fields: { driver: "text" },
      sources: ["company"],
      recipients: ["none"],
      rows: one(deps, (id) => accountKeys.driverAccount(id), (driver) => ({ driver })),
    },
    {
      family: "ownPlaces",
      fields: { kind: "text", name: "text", place: "text", words: "text" },
      sources: ["you"],
      recipients: ["none"],
      async *rows({ personId }) {
        if (personId === null) return;
        for (const { kind, name, placeId, words } of await ownPlacesOf(deps, personId)) {
          yield { kind, name, place: placeId, words };
        }
      },
    },
  ];
}

function ofSigningIn(deps: AccountOwnDataDeps): OwnData[] {
  return [
    {
      family: "password",
      fields: { changed: "instant" },
      sources: ["you"],
      recipients: ["none"],
      rows: one(
        deps,
        (id) => accountKeys.password(id),
        ({ changedAt }) => ({ changed: changedAt }),
      ),
    },
    {
      family: "authenticator",
      fields: { since: "instant" },
      sources: ["product"],
      recipients: ["none"],
      rows: one(deps, (id) => accountKeys.authenticator(id), ({ confirmedAt }) => ({
        since: confirmedAt,
      })),
    },
    {
      family: "recoveryCodes",
      fields: { made: "instant", left: "number" },
      sources: ["product"],
      recipients: ["none"],
      rows: one(deps, (id) => accountKeys.recoveryCodes(id), ({ madeAt, codes }) => ({
        ...{ made: madeAt, left: codes.filter(({ usedAt }) => usedAt === null).length },
      })),
    },
    {
      family: "identity",
      fields: { provider: "text", address: "text", linked: "instant" },
      sources: ["provider"],
      recipients: ["none"],
      rows: many(
        deps,
        (id) => accountKeys.ownIdentity.under(id),
        (mark: string) => accountKeys.identity(mark),
        ({ source, address, linkedAt }) => ({ provider: source, address, linked: linkedAt }),
      ),
    },
  ];
}

function ofDevices(deps: AccountOwnDataDeps): OwnData[] {
  return [
    {
      family: "session",
      fields: {
        ...{ device: "text", network: "text", since: "instant", ends: "instant" },
        ...{ factors: "text", shown: "instant" },
      },
      sources: ["product"],
      recipients: ["none"],
      async *rows({ personId }) {
        if (personId === null) return;
        const prefix = accountKeys.ownSession.under(personId);
        const ids = (await readList(deps.db.read, { prefix }, MAX_OWN))
          .map(({ key }) => String(key.at(-1)));
        const keys = ids.map((id) => accountKeys.session(id));
        for (const { value } of await readThoseReadable(deps.db.read, keys)) {
          if (value === null) continue;
          const { device, network, createdAt, absoluteExpiresAt, proof } = value;
          yield {
            ...{ device, network, since: createdAt, ends: absoluteExpiresAt },
            ...{ factors: proof.factors.join(" "), shown: proof.at },
          };
        }
      },
    },
    {
      family: "passkey",
      fields: { name: "text", since: "instant", used: "instant", transports: "text" },
      sources: ["you"],
      recipients: ["none"],
      rows: many(
        deps,
        (id) => accountKeys.ownPasskey.under(id),
        (id: string) => accountKeys.passkey(id),
        ({ name, createdAt, lastUsedAt, transports }) => ({
          ...{ name, since: createdAt, used: lastUsedAt, transports: transports.join(" ") },
        }),
      ),
    },
  ];
}

/** Whoever did it is the person themselves, or the company: no name of who works there. */
function eventRow(event: PersonEvent, personId: string): OwnRow {
  const { at, type, by } = event;
  const isOwn = by.kind === "person" && by.id === personId;
  return { at, what: type, by: isOwn ? "you" : "company", detail: detailOf(event) };
}

function detailOf(event: PersonEvent): string {
  switch (event.type) {
    case "named":
      return event.name;
    case "reached":
      return [event.email, event.phone].filter(Boolean).join(" ");
    case "granted":
    case "ungranted":
      return event.grant.role;
    case "joined":
    case "blocked":
    case "unblocked":
      return "";
  }
}

/** The row of a family that is under the person's id. */
function one<Value>(
  { db }: AccountOwnDataDeps,
  keyOf: (personId: string) => Key<Value>,
  show: (row: Value) => OwnRow,
) {
  return async function* ({ personId }: DataSubject): AsyncGenerator<OwnRow> {
    if (personId === null) return;
    const { value } = await readIfReadable(db.read, keyOf(personId));
    if (value !== null) yield show(value);
  };
}

/** The rows of a family that an index under the person's id names. */
function many<Value>(
  { db }: AccountOwnDataDeps,
  prefixOf: (personId: string) => Key<string>,
  keyOf: (id: string) => Key<Value>,
  show: (row: Value) => OwnRow,
) {
  return async function* ({ personId }: DataSubject): AsyncGenerator<OwnRow> {
    if (personId === null) return;
    const ids = await readList(db.read, { prefix: prefixOf(personId) }, MAX_OWN);
    const keys = ids.map(({ value }) => keyOf(value));
    for (const { value } of await readThoseReadable(db.read, keys)) {
      if (value !== null) yield show(value);
    }
  };
}
