// The one typed definition of routes, pages and middleware, and what a request carries.
import { createDefine } from "fresh";
import type { Locale } from "../kernel/locale.ts";
import type { OperatorSession, SignedInPerson } from "../accounts/session.ts";
import type { Logger } from "../kernel/log.ts";
import type { CallVerdict } from "../resilience/call-limits.ts";
import type { Services } from "../assembly/services.ts";

/** What middleware puts on a request. */
export interface State {
  services: Services;
  locale: Locale;
  /** False when the request names a host that is not the product's; it is then refused. */
  isKnownHost: boolean;
  /** Shown to people on error pages and written to the log: `7F3K-22QD`. */
  requestId: string;
  /** The code of the error that is answered, "" for none. */
  errorCode: string;
  /** What the limits say of the request, null where it was not counted. */
  limit: CallVerdict | null;
  /** `'sha256-…' …` of a page whose scripts are named by their hashes, null where a nonce names them. */
  scriptSources: string | null;
  /** The log, with the request's reference on every line. */
  log: Logger;
  /** Who makes the request, where that is asked; null for guests. */
  signedIn: SignedInPerson | null;
  /** The same at the operators' pages, else null. */
  operator: OperatorSession | null;
}

/** Identity helpers that give handlers, pages and middleware their types. */
export const define = createDefine<State>();
