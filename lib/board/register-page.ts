// The record of processing for those who read it: made of what is stored, with who is handed something just now.
import type { OperatorSession } from "../accounts/session.ts";
import { AUTOMATED_DECISIONS, type AutomatedDecision } from "../compliance/automated-decisions.ts";
import {
  listProcessors,
  type OutboundConfig,
  type Processor,
} from "../compliance/list-processors.ts";
import { type ProcessingRegister, processingRegister } from "../compliance/processing-register.ts";
import type { ComplianceServices } from "../compliance/services.ts";
import type { Controller } from "../compliance/settings.ts";
import type { EndpointStore } from "../webhooks/endpoint-store.ts";
import { hostOf } from "../webhooks/endpoint.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** What reading it needs. */
export interface RegisterDeps extends ComplianceServices {
  endpoints: EndpointStore;
  config: OutboundConfig & { controller: Controller | undefined };
}

/** The record, with who answers for it. */
export interface RegisterRecord extends ProcessingRegister {
  controller: Controller | null;
  processors: readonly Processor[];
  /** What the product decides without a person. */
  decisions: readonly AutomatedDecision[];
}

/** The page. */
export interface RegisterData extends Framed, RegisterRecord {}

/** Reads the record. */
export async function readRegister(
  { families, endpoints, config }: RegisterDeps,
): Promise<RegisterRecord> {
  const subscribers = (await endpoints.list()).filter(({ state }) => state.kind === "on");
  return {
    controller: config.controller ?? null,
    ...processingRegister(families),
    decisions: AUTOMATED_DECISIONS,
    processors: listProcessors(config, subscribers.map((one) => hostOf(one))),
  };
}

/** Reads the page. */
export async function loadRegister(
  deps: RegisterDeps & FramedDeps,
  operator: OperatorSession,
): Promise<RegisterData> {
  const [frame, record] = await Promise.all([framed(deps, operator), readRegister(deps)]);
  return { ...frame, ...record };
}
