// Why something sealed cannot be opened: by name, for what to do about it differs.
import { GatewayError } from "../errors/gateway-error.ts";

/** What is wrong. */
export type SealFault =
  /** Nobody knows the key it names. */
  | "unknown-key"
  /** The key-encryption key its key is wrapped with has been retired. */
  | "retired-key"
  /** The keys cannot be asked for now; later they may. */
  | "key-unavailable"
  /** It is not what was sealed, or it lies at another place. */
  | "altered"
  /** It is no envelope. */
  | "malformed";

const SAID: { readonly [Fault in SealFault]: string } = {
  "unknown-key": "is sealed with a key that nobody knows",
  "retired-key": "is sealed with a key that has been retired",
  "key-unavailable": "is sealed with a key that cannot be had now",
  altered: "was altered or put into another place",
  malformed: "has a damaged seal",
};

/** Thrown for what cannot be opened. The message says nothing of what is in it. */
export class SealError extends GatewayError {
  override name = "SealError";
  constructor(readonly code: SealFault, options: ErrorOptions = {}) {
    super("keys", `What was read ${SAID[code]}`, code === "key-unavailable", options);
  }
}

/** What is wrong, as the end of a sentence about a row. */
export function saidOf(fault: SealFault): string {
  return SAID[fault];
}
