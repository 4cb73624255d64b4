// What the page of somebody's own data is drawn from.
import { driverOf } from "../../../accounts/driver-account.ts";
import type { Person } from "../../../accounts/person.ts";
import type { Reach } from "../../../accounts/reach.ts";
import type { DriverCheck } from "../../../fleet/driver-check.ts";
import type { DriverChecks } from "../../../fleet/driver-check-store.ts";
import type { FleetStore } from "../../../fleet/fleet-store.ts";
import { driverId } from "../../../fleet/vehicle.ts";
import type { FieldError } from "../../../forms/field-error.ts";
import type { Clock } from "../../../kernel/clock.ts";
import { localDate } from "../../../kernel/wall-time.ts";
import type { CurrentConsent } from "../../../privacy/consent.ts";
import type { ConsentStore } from "../../../privacy/consent-store.ts";
import type { DataRequest } from "../../../privacy/data-request.ts";
import type { DataRequestStore } from "../../../privacy/data-request-store.ts";
import { type OwnVeil, ownVeil } from "../../../privacy/own-veil.ts";
import type { LimitStore } from "../../../privacy/limit-store.ts";
import type { SubjectLimits } from "../../../privacy/subject-limits.ts";
import {
  type KnownRecipient,
  knownRecipients,
  type OwnRecipientsDeps,
} from "../../../retention/own-recipients.ts";
import { CONSENT_PURPOSES, type Purpose } from "../../../privacy/purposes.ts";
import type { Visitor } from "../../../privacy/visitor.ts";
import type { VeilStore } from "../../../veil/veil-store.ts";

/** What was just done, as the address says it. */
export const PRIVACY_DONE = [
  "asked",
  "asked-before",
  "cancelled",
  "answered",
  "renamed",
  "consented",
  "withdrawn",
  "protected",
  "unprotected",
  "protected-still",
  "objected",
  "unobjected",
  "lifted",
] as const;

/** One of them. */
export type PrivacyDone = typeof PRIVACY_DONE[number];

/** A purpose with what its person has said to it. */
export interface ShownConsent {
  purpose: Purpose;
  current: CurrentConsent | null;
}

/** What a driver sees of what is kept of them as one. */
export interface ShownDriver {
  name: string;
  phone: string;
  driverCode: string;
  licence: string;
  permitHolder: string;
  /** Which papers of theirs were looked at. */
  checks: readonly DriverCheck[];
}

/** The page's data. */
export interface PrivacyCentreData {
  /** Null for a guest, who has no account. */
  person: Pick<Person, "name" | "email" | "phone"> | null;
  /** What a guest has shown; null for a person with an account. */
  reach: Reach | null;
  driver: ShownDriver | null;
  /** Their protection; null when there is none. */
  veil: OwnVeil | null;
  consents: readonly ShownConsent[];
  requests: readonly DataRequest[];
  /** What they have limited. */
  limits: SubjectLimits;
  /** Who outside was handed something of them. */
  recipients: readonly KnownRecipient[];
  done: PrivacyDone | null;
  errors: readonly FieldError[];
  values: Readonly<Record<string, string>>;
  /** "" for a guest. */
  formToken: string;
  today: string;
}

/** What finding the driver a person is needs. */
type DriverDeps = Parameters<typeof driverOf>[0] & {
  fleet: Pick<FleetStore, "all">;
  driverChecks: Pick<DriverChecks, "of">;
};

/** What reading needs. */
export interface PrivacyDataDeps extends DriverDeps, OwnRecipientsDeps {
  clock: Clock;
  consents: ConsentStore;
  requests: DataRequestStore;
  veils: VeilStore;
  limits: Pick<LimitStore, "of">;
}

/** What was said of the page besides whose it is. */
export interface PrivacyMore {
  done?: string | null;
  errors?: readonly FieldError[];
  values?: Readonly<Record<string, string>>;
}

/** Reads it. */
export async function privacyCentreData(
  deps: PrivacyDataDeps,
  visitor: Visitor,
  who: Pick<PrivacyCentreData, "person" | "reach" | "formToken">,
  { done = null, errors = [], values = {} }: PrivacyMore = {},
): Promise<PrivacyCentreData> {
  const requests = await deps.requests.ofMarks(visitor.marks);
  const [consents, driver, veil, limits, recipients] = await Promise.all([
    consentsOf(deps, visitor),
    driverFacts(deps, visitor),
    ownVeil(deps, visitor),
    deps.limits.of(visitor.marks[0] ?? ""),
    knownRecipients(deps, visitor, requests),
  ]);
  return {
    ...{ ...who, requests, consents, driver, veil, limits, recipients, errors, values },
    done: PRIVACY_DONE.find((one) => one === done) ?? null,
    today: localDate(deps.clock.now()),
  };
}

/** What programs have asked is shown to whom they have asked it alone. */
async function consentsOf(
  { consents }: Pick<PrivacyDataDeps, "consents">,
  { marks: [mark = ""] }: Visitor,
): Promise<ShownConsent[]> {
  const shown = await Promise.all(CONSENT_PURPOSES.map(async (purpose) => ({
    purpose,
    current: await consents.current(mark, purpose.name),
  })));
  return shown.filter(({ purpose, current }) =>
    purpose.name !== "data_processing" || current !== null
  );
}

async function driverFacts(
  deps: DriverDeps,
  { subject }: Visitor,
): Promise<ShownDriver | null> {
  const id = subject.kind === "person" ? await driverOf(deps, subject.personId) : null;
  if (id === null) return null;
  const { drivers, vehicles, holders } = await deps.fleet.all();
  const driver = drivers.find((one) => one.id === driverId(id));
  if (driver === undefined) return null;
  const { name, phone, driverCode, licence, vehicleId } = driver;
  const holderId = vehicles.find((one) => one.id === vehicleId)?.holderId;
  const permitHolder = holders.find((one) => one.id === holderId)?.name ?? "";
  const checks = await deps.driverChecks.of(driver.id);
  return { name, phone, driverCode, licence, permitHolder, checks };
}
