// Something outside failed: a database, a routing service, a network.

/** Thrown by gateways; `retriable` says whether the same call may succeed later. */
export class GatewayError extends Error {
  override name = "GatewayError";
  constructor(
    readonly gateway: string,
    message: string,
    readonly retriable: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
