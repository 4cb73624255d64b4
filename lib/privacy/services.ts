// The services of this room: the data requests, and what takes them down and moves them on for those without a page.
import { changeDataRequest } from "./change-data-request.ts";
import {
  createDataRequest,
  type CreatedRequest,
  type CreateRequestDeps,
  type NewDataRequest,
} from "./create-data-request.ts";
import type { DataRequest, RequestActor, RequestCommand } from "./data-request.ts";
import { DataRequestStore } from "./data-request-store.ts";

/** What this room gives to those above it. */
export interface PrivacyServices {
  requests: DataRequestStore;
  /** As `createDataRequest`. */
  createRequest: (input: NewDataRequest) => Promise<CreatedRequest>;
  /** As `changeDataRequest`. */
  changeRequest: (id: string, command: RequestCommand, by: RequestActor) => Promise<DataRequest>;
}

/** Composes the room's services. */
export function privacyServices(below: Omit<CreateRequestDeps, "requests">): PrivacyServices {
  const requests = new DataRequestStore(below);
  const deps = { ...below, requests };
  return {
    requests,
    createRequest: (input) => createDataRequest(deps, input),
    changeRequest: (id, command, by) => changeDataRequest(deps, id, command, by),
  };
}
