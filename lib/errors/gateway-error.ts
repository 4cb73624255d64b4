// Something outside failed: a database, a routing service, a network.
import type { FailureCode } from "./error-code.ts";

/** The gateway name of our own database. */
const DATABASE = "kv";

/** What is known beside the cause. */
export interface GatewayErrorOptions extends ErrorOptions {
  /** True when no answer came at all: refused, unknown name, cut off, too late. */
  isUnreached?: boolean;
}

/** Thrown by gateways; `retriable` says whether the same call may succeed later. */
export class GatewayError extends Error {
  override name = "GatewayError";
  /** True when no answer came at all. */
  readonly isUnreached: boolean;
  constructor(
    readonly gateway: string,
    message: string,
    readonly retriable: boolean,
    { isUnreached = false, ...options }: GatewayErrorOptions = {},
  ) {
    super(message, options);
    this.isUnreached = isUnreached;
  }
}

/** The code people and programs get for a failure outside. */
export function failureCode({ gateway, isUnreached }: GatewayError): FailureCode {
  if (gateway === DATABASE) return "database-unavailable";
  return isUnreached ? "network-unavailable" : "service-unavailable";
}
