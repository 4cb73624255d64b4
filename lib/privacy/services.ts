// The services of this room: data requests and consents, and what takes them down for those without a page.
import { ConsentStore, type ConsentStoreDeps } from "./consent-store.ts";
import { changeDataRequest } from "./change-data-request.ts";
import {
  createDataRequest,
  type CreatedRequest,
  type CreateRequestDeps,
  type NewDataRequest,
} from "./create-data-request.ts";
import { LimitStore, type LimitStoreDeps } from "./limit-store.ts";
import type { DataRequest, RequestActor, RequestCommand } from "./data-request.ts";
import { DataRequestStore } from "./data-request-store.ts";

import { TellingStore } from "./telling-store.ts";
import { type ConsentDeps, type ConsentInput, recordConsentOf } from "./record-consent.ts";

/** What this room gives to those above it. */
export interface PrivacyServices {
  requests: DataRequestStore;
  consents: ConsentStore;
  /** Whether somebody's data may be used. */
  limits: LimitStore;
  /** What those outside are still to be told. */
  tellings: TellingStore;
  /** As `recordConsentOf`. */
  recordConsent: (input: ConsentInput) => Promise<string>;
  /** As `createDataRequest`. */
  createRequest: (input: NewDataRequest) => Promise<CreatedRequest>;
  /** As `changeDataRequest`. */
  changeRequest: (id: string, command: RequestCommand, by: RequestActor) => Promise<DataRequest>;
}

/** Composes the room's services. */
export function privacyServices(
  below:
    & Omit<CreateRequestDeps, "requests">
    & ConsentDeps
    & Omit<ConsentStoreDeps, "limits">
    & LimitStoreDeps,
): PrivacyServices {
  const requests = new DataRequestStore(below);
  const limits = new LimitStore(below);
  const deps = { ...below, requests };
  return {
    requests,
    limits,
    tellings: new TellingStore(below),
    consents: new ConsentStore({ ...below, limits }),
    recordConsent: (input) => recordConsentOf(below, input),
    createRequest: (input) => createDataRequest(deps, input),
    changeRequest: (id, command, by) => changeDataRequest(deps, id, command, by),
  };
}
