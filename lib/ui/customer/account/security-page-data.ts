// What the page of a person's own security is drawn from.
import { makeFormToken } from "../../../accounts/form-token.ts";
import { authenticatorAddress } from "../../../accounts/authenticator.ts";
import {
  type IdentityView,
  identityView,
  type IdentityViewDeps,
} from "../../../accounts/identity/identity-view.ts";
import { type SecurityView, securityView } from "../../../accounts/security-view.ts";
import type { SignedInPerson } from "../../../accounts/session.ts";
import type { FieldError } from "../../../forms/field-error.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { RandomBytes } from "../../../kernel/ids.ts";
import { localDate } from "../../../kernel/wall-time.ts";

/** What was just done, as the address says it. */
export const SECURITY_DONE = [
  ...["password", "app-removed", "sessions", "code", "reach", "joined"] as const,
  ...["linked", "unlinked", "last-way"] as const,
  ...["passkey-added", "passkey-renamed", "passkey-removed"] as const,
] as const;

/** One of them. */
export type SecurityDone = typeof SECURITY_DONE[number];

/** What is shown once: the secret of an app, or recovery codes. */
export type ShownOnce =
  | { kind: "app"; secret: string; address: string; errors: readonly FieldError[] }
  | { kind: "codes"; codes: readonly string[] };

/** The page's data. */
export interface SecurityPageData {
  view: SecurityView;
  identities: IdentityView;
  formToken: string;
  today: string;
  done: SecurityDone | null;
  once: ShownOnce | null;
  errors: readonly FieldError[];
}

/** Reads it. */
export async function securityPageData(
  deps: Parameters<typeof securityView>[0] & IdentityViewDeps & {
    clock: Clock;
    randomBytes: RandomBytes;
  },
  signedIn: SignedInPerson,
  more: { done?: string | null; once?: ShownOnce; errors?: readonly FieldError[] } = {},
): Promise<SecurityPageData> {
  const [view, identities, formToken] = await Promise.all([
    securityView(deps, signedIn),
    identityView(deps, signedIn.person),
    makeFormToken(signedIn.session, deps.randomBytes),
  ]);
  return {
    view,
    identities,
    formToken,
    today: localDate(deps.clock.now()),
    done: SECURITY_DONE.find((one) => one === more.done) ?? null,
    once: more.once ?? null,
    errors: more.errors ?? [],
  };
}

/** The secret of an app as it is shown: for the camera, for a tap, and for typing. */
export function shownApp(
  secret: string,
  account: string,
  errors: readonly FieldError[] = [],
): ShownOnce {
  return { kind: "app", secret, address: authenticatorAddress(secret, account), errors };
}
