// Front door to data that is theirs: consents and requests, fields sealed under their person's key, passwords, limits, input
// made clean, and what is known of the keys.
import type { HashingGate } from "./accounts/hashing-gate.ts";
import { hashPassword, isOutdated, isPassword, type StoredPassword } from "./accounts/password.ts";
import type { PersonStore } from "./accounts/person-store.ts";
import { reachMark } from "./accounts/reach-mark.ts";
import { type ProcessingRegister, processingRegister } from "./compliance/processing-register.ts";
import type { AuditRecorder } from "./audit/recorder.ts";
import type { DetectionStore } from "./detection/detection-store.ts";
import type { StoredFinding } from "./detection/finding.ts";
import { DomainError } from "./errors/domain-error.ts";
import { invalidFields } from "./errors/request-error.ts";
import { cleanLine, cleanText } from "./forms/clean-text.ts";
import { hasPersonalNumber } from "./forms/personal-number.ts";
import type { Clock } from "./kernel/clock.ts";
import { base64Url, type RandomBytes } from "./kernel/ids.ts";
import { nextDate } from "./kernel/local-date.ts";
import { LOCALES } from "./kernel/locale.ts";
import { macOf } from "./kernel/mac.ts";
import { localDate } from "./kernel/wall-time.ts";
import { commitWithRetry } from "./kv/commit.ts";
import type { AnyFamily } from "./kv/family.ts";
import type { Database } from "./kv/open.ts";
import { takeTry } from "./kv/tries.ts";
import type { DataRequestType } from "./privacy/data-request.ts";
import type { ConsentInput } from "./privacy/record-consent.ts";
import type { PrivacyServices } from "./privacy/services.ts";
import { mayProcess, type MayProcessDeps } from "./privacy/may-process.ts";
import { openField, type SealedField, sealField } from "./security/field-seal.ts";
import { type KeyReport, keyReport, type KeyReportDeps } from "./security/key-report.ts";
import type { SubjectKeys } from "./security/subject-keys.ts";

export type { ConsentInput, DataRequestType, KeyReport, SealedField, StoredPassword };

/** What it stands on. */
export interface SecurityManagerDeps
  extends Pick<PrivacyServices, "recordConsent" | "createRequest">, MayProcessDeps, KeyReportDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  triesKey: CryptoKey;
  people: Pick<PersonStore, "get">;
  hashing: HashingGate;
  subjectKeys: SubjectKeys;
  families: readonly AnyFamily[];
  detection: Pick<DetectionStore, "findings" | "sums">;
  audit: Pick<AuditRecorder, "security">;
}

/** Longest word for an event in the audit log, and longest reason, in UTF-16 units. */
const MAX_ACTION = 100;
const MAX_REASON = 2_000;

/** Days of sums unless others are asked for. */
const ANALYTICS_DAYS = 7;

/** A request for one's own data, as a program makes it for a person with an account. */
export interface DataRequestInput {
  userId: string;
  type: DataRequestType;
  /** In the words of whoever asks; absent when the type says all. */
  wish?: string;
}

/** Where a field lies: sealed for one place it opens at no other. */
export interface FieldPlace {
  /** Whose data it is. */
  userId: string;
  /** The kind of record, its id, and the field in it. */
  record: string;
  id: string;
  field: string;
}

/** Something that happened, for the audit log. */
export interface AuditEvent {
  /** In a few words: `file handed over`. */
  action: string;
  /** Whose data it was about; absent where nobody's. */
  userId?: string;
  /** Why; it is kept sealed, for as long as its person's key. */
  reason?: string;
}

/** How often something may be done. */
export interface RateLimit {
  /** The kind of thing: `export`. */
  action: string;
  /** Whoever does it; kept as a keyed hash. */
  identifier: string;
  /** So often within so many milliseconds, an hour at most. */
  most: number;
  withinMs: number;
}

/** What became of asking. */
export interface RateLimitVerdict {
  isAllowed: boolean;
  /** 0 where it is allowed. */
  retryAfterSeconds: number;
}

/** What happened of late; identities are keyed marks and ids, never names. */
export interface SecurityAnalytics {
  /** What detectors found, the newest first. */
  findings: readonly StoredFinding[];
  /** How often what happened, by local date: `sign-in-try`, `limit-hit`, `staff-read` … */
  days: readonly { day: string; counts: Readonly<Record<string, number>> }[];
}

/** What a report on security says. */
export interface SecurityReport {
  /** Instant. */
  at: string;
  keys: KeyReport;
  /** The record of processing (Art. 30). */
  processing: ProcessingRegister;
}

/** The door. Every promise rejects with a DomainError where a rule is broken. */
export class SecurityManager {
  readonly #deps: SecurityManagerDeps;

  constructor(deps: SecurityManagerDeps) {
    this.#deps = deps;
  }

  /** Takes down that somebody said yes or no; the id of the record. Throws consent-unknown, person-not-found. */
  recordConsent(input: ConsentInput): Promise<string> {
    return this.#deps.recordConsent(input);
  }

  /**
   * Takes down that somebody asks for their data, has it corrected, erased …; the id of the request. Who asks twice for the
   * same gets the id of the first. Throws person-not-found, too-many-tries, and invalid for a wish with a personnummer.
   */
  async createDataRequest({ userId, type, wish = "" }: DataRequestInput): Promise<string> {
    const { createRequest, people } = this.#deps;
    if (hasPersonalNumber(wish)) throw invalidFields([{ field: "wish", code: "personalNumber" }]);
    const found = await people.get(userId);
    if (found === null) throw new DomainError("person-not-found");
    const locale = LOCALES.find((one) => one === found.person.locale) ?? LOCALES[0];
    const subject = { kind: "person", personId: userId } as const;
    const { request } = await createRequest({ type, subject, locale, wish, identity: "program" });
    return request.id;
  }

  /** Whether what is known of somebody may be used for a purpose now: consent, objection and restriction. */
  mayProcess(asked: { userId: string; purpose: string }): Promise<boolean> {
    return mayProcess(this.#deps, asked);
  }

  /** Seals a text under the key of its person, for its place. Once they are erased nobody opens it any more. */
  async encryptField(place: FieldPlace, text: string): Promise<SealedField> {
    const { db, subjectKeys, randomBytes } = this.#deps;
    const mark = await this.#markOf(place);
    const { value: key } = await commitWithRetry(db, (tx) => subjectKeys.keyOf(mark, tx));
    return sealField(key, place, text, randomBytes);
  }

  /** Opens it; null when its person was erased. Throws SealError: altered, malformed, unknown-key, retired-key, key-unavailable. */
  async decryptField(place: FieldPlace, sealed: SealedField): Promise<string | null> {
    const { subjectKeys } = this.#deps;
    return await openField((id) => subjectKeys.byId(id), place, sealed);
  }

  /** Hashes a password, in its turn. Throws busy when too many wait. */
  hashPassword(password: string): Promise<StoredPassword> {
    const { hashing, randomBytes, clock } = this.#deps;
    return hashing.run(() => hashPassword(password, randomBytes, clock.now().toString()));
  }

  /** Whether it is the password, and whether it should be hashed anew. Takes as long for a wrong one. Throws busy. */
  async verifyPassword(
    stored: StoredPassword,
    password: string,
  ): Promise<{ isValid: boolean; needsRehash: boolean }> {
    const isValid = await this.#deps.hashing.run(() => isPassword(stored, password));
    return { isValid, needsRehash: isValid && isOutdated(stored) };
  }

  /** Takes one of so many, or says when there is one again; counted for all processes together. */
  async checkRateLimit(
    { action, identifier, most, withinMs }: RateLimit,
  ): Promise<RateLimitVerdict> {
    const who = base64Url(await macOf(this.#deps.triesKey, `rate-limit/${identifier}`));
    try {
      await takeTry(this.#deps, [{ what: `manager/${action}`, who }], { most, withinMs });
      return { isAllowed: true, retryAfterSeconds: 0 };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "too-many-tries") throw error;
      return { isAllowed: false, retryAfterSeconds: Number(error.details.retryAfterSeconds) };
    }
  }

  /** Text from outside as it may be stored and shown; without line breaks unless they are wanted. */
  cleanInput(text: string, { isMultiline = false }: { isMultiline?: boolean } = {}): string {
    return isMultiline ? cleanText(text) : cleanLine(text);
  }

  /** Puts an event into the audit log, under whoever acts here; it can be proved once the next checkpoint is signed. */
  async appendToAuditLog({ action, userId, reason }: AuditEvent): Promise<void> {
    const subjects = userId === undefined ? [] : [await this.#markOf({ userId })];
    const why = reason === undefined ? {} : { why: cleanText(reason).slice(0, MAX_REASON) };
    const kind = cleanLine(action).slice(0, MAX_ACTION);
    await this.#deps.audit.security({ kind, subjects, ...why });
  }

  /** What happened of late around sign-ins, limits, refusals and reading, by day, and what detectors made of it. */
  async securityAnalytics(
    { days = ANALYTICS_DAYS }: { days?: number } = {},
  ): Promise<SecurityAnalytics> {
    const { detection, clock } = this.#deps;
    const from = nextDate(localDate(clock.now()), 1 - days);
    const [findings, sums] = await Promise.all([detection.findings(), detection.sums(from)]);
    return {
      findings,
      days: [...sums].map(([day, of]) => ({ day, counts: Object.fromEntries(of) })),
    };
  }

  /** What is known now of the keys and of what is done with data, for a report. Nothing of a person is in it. */
  async securityReport(): Promise<SecurityReport> {
    const processing = processingRegister(this.#deps.families);
    return { at: this.#deps.clock.now().toString(), keys: await this.keyReport(), processing };
  }

  /** What is known of the key-encryption keys: uses, rotation, what is retired. No key is in it. */
  keyReport(): Promise<KeyReport> {
    return keyReport(this.#deps);
  }

  #markOf({ userId }: Pick<FieldPlace, "userId">): Promise<string> {
    return reachMark(this.#deps.reachKey, "person", userId);
  }
}

/** Makes the door. */
export function createSecurityManager(services: SecurityManagerDeps): SecurityManager {
  return new SecurityManager(services);
}

/** The door as a service. */
export function securityManagerServices(
  below: SecurityManagerDeps,
): { securityManager: SecurityManager } {
  return { securityManager: createSecurityManager(below) };
}
