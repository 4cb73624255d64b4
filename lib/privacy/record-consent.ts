// Takes down that somebody said yes or no to a purpose. Both take the same step, and what was said last holds at once.
import type { PersonId } from "../accounts/person.ts";
import type { PersonStore } from "../accounts/person-store.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import { type Locale, LOCALES } from "../kernel/locale.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import type { ConsentRecord, ConsentSurface } from "./consent.ts";
import { consentHash, consentTextOf } from "./consent-text.ts";
import { privacyKeys } from "./keys.ts";
import { type DataType, type LegalBasis, type Purpose, purposeOf } from "./purposes.ts";
import { markOf, type RequestSubject } from "./request-subject.ts";

/** What it needs. */
export interface ConsentDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  reachKey: CryptoKey;
  people: Pick<PersonStore, "get">;
}

/** What was said, by whom and where. */
export interface SaidConsent {
  subject: RequestSubject;
  purpose: string;
  granted: boolean;
  locale: Locale;
  surface: ConsentSurface;
  /** The data types that were named; absent: all of the purpose. */
  dataTypes?: readonly string[];
  legalBasis?: string;
}

/** What a program tells of a person who has an account. */
export interface ConsentInput {
  userId: PersonId;
  purpose: string;
  dataTypes: readonly string[];
  granted: boolean;
  legalBasis: string;
}

/**
 * Takes it down; the id of the record. Throws DomainError("consent-unknown") for a purpose that nobody is asked for, or
 * data types and a basis that are not its own.
 */
export async function recordConsent(deps: ConsentDeps, said: SaidConsent): Promise<string> {
  const { purpose, dataTypes } = assertAsked(said);
  const text = consentTextOf(purpose, said.locale);
  const textHash = consentHash(text);
  const mark = await markOf(deps, said.subject);
  const { value } = await commitWithRetry<string>(deps.db, async (tx) => {
    const now = deps.clock.now();
    const at = now.toString();
    const id = ulid(now.epochMilliseconds, deps.randomBytes);
    const nowKey = privacyKeys.consentNow(mark, purpose.name);
    const current = await readEntry(deps.db.write, nowKey);
    const textKey = privacyKeys.consentText(textHash);
    const known = await readEntry(deps.db.write, textKey);
    const record: ConsentRecord = {
      ...{ id, mark, purpose: purpose.name, basis: purpose.basis, dataTypes, at },
      ...{ granted: said.granted, locale: said.locale, surface: said.surface },
      ...{ textHash, textVersion: purpose.version },
      personId: said.subject.kind === "person" ? said.subject.personId : null,
    };
    tx.check(nowKey, current.versionstamp);
    tx.check(privacyKeys.consentRecord(id), null).set(privacyKeys.consentRecord(id), record);
    tx.set(privacyKeys.consentByMark(mark, id), id);
    const { granted } = said;
    tx.set(nowKey, { granted, record: id, textVersion: purpose.version, at });
    if (known.value === null) {
      tx.check(textKey, known.versionstamp).set(textKey, { ...text, firstAt: at });
    }
    return id;
  });
  return value;
}

/** The same for a program; in the language of the person. Throws as `recordConsent`, and person-not-found. */
export async function recordConsentOf(deps: ConsentDeps, input: ConsentInput): Promise<string> {
  const { userId: personId, ...said } = input;
  const found = await deps.people.get(personId);
  if (found === null) throw new DomainError("person-not-found");
  const locale = LOCALES.find((one) => one === found.person.locale) ?? LOCALES[0];
  const subject = { kind: "person", personId } as const;
  return await recordConsent(deps, { ...said, subject, locale, surface: "program" });
}

function assertAsked(
  { purpose: name, dataTypes, legalBasis }: SaidConsent,
): { purpose: Purpose; dataTypes: readonly DataType[] } {
  const purpose = purposeOf(name);
  const basis: LegalBasis = "consent";
  if (purpose === null || purpose.basis !== basis || (legalBasis ?? basis) !== basis) {
    throw new DomainError("consent-unknown");
  }
  const named = dataTypes ?? purpose.dataTypes;
  const known = purpose.dataTypes.filter((one) => named.includes(one));
  if (known.length === 0 || known.length < named.length) throw new DomainError("consent-unknown");
  return { purpose, dataTypes: known };
}
