// The port of whoever throws away what a cache in front has.
import type { SurrogateKey } from "./surrogate-key.ts";

/** A cache in front. */
export interface SurrogatePurger {
  /** Its host, for people. */
  readonly host: string;
  /** Throws away every answer that has one of the keys. Throws GatewayError when nobody knows that it did. */
  purge(keys: readonly SurrogateKey[]): Promise<void>;
}
