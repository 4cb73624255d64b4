// Where alarms leave the house: the port each outlet has, and what became of a message there.
import { AttemptFailure } from "../resilience/attempt-failure.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import type { DependencyState } from "../resilience/dependency.ts";
import type { AlarmMessage } from "./alarm.ts";

/** Every outlet. */
export const OUTLET_NAMES = ["webhook", "mail", "sentry"] as const;

/** One of them. */
export type OutletName = typeof OUTLET_NAMES[number];

/** Why a message was not taken. */
export const DELIVERY_FAULTS = [
  ...["unreachable", "slow", "failing", "busy", "unreadable"] as const,
  /** It answers, and says no to what it is sent. */
  "refused",
  /** It failed lately and is not asked for now. */
  "left-alone",
] as const;

/** One of the reasons. */
export type DeliveryFault = typeof DELIVERY_FAULTS[number];

/** What became of a message: taken, or why not; `said` in technical words, "" when nothing was. */
export type Delivery =
  | { isAccepted: true }
  | { isAccepted: false; fault: DeliveryFault; said: string };

/** One way out. */
export interface AlarmOutlet {
  readonly name: OutletName;
  /** Where it leads, as people may see it: a host, no path and no secret. */
  readonly host: string;
  /** False where failures arrive by another way, and only trials are sent. */
  readonly takesAlarms: boolean;
  /** Sends it; never throws for what is the outlet's fault. */
  send(message: AlarmMessage): Promise<Delivery>;
  state(): DependencyState;
}

/** The outlet answered, and says no. */
export class DeliveryRefused extends GatewayError {
  constructor(gateway: string, status: number) {
    super(gateway, `${gateway} status ${status}`, false);
  }
}

/** What a try at an outlet came to; undefined is "left alone". Throws what is no fault of the outlet's. */
export async function deliveryOf(attempt: Promise<unknown>): Promise<Delivery> {
  try {
    const answer = await attempt;
    return answer === undefined ? notTaken("left-alone") : { isAccepted: true };
  } catch (error) {
    if (!(error instanceof AttemptFailure)) throw error;
    const { cause, outcome, message } = error;
    return notTaken(cause instanceof DeliveryRefused ? "refused" : outcome, message);
  }
}

/** Why a message was not taken. */
export function notTaken(fault: DeliveryFault, said = ""): Delivery {
  return { isAccepted: false, fault, said };
}
