// Does what somebody asked for on the page of their own security, and says what the page shows then.
import { needsSecondFactor } from "../../../accounts/person-rules.ts";
import { refreshProof } from "../../../accounts/refresh-proof.ts";
import type { SecurityAct } from "../../../accounts/security-act.ts";
import type { SignedInPerson } from "../../../accounts/session.ts";
import type { PersonStore } from "../../../accounts/person-store.ts";
import { readReach } from "../../../accounts/reach.ts";
import { type CodeAsker, type SendCodeDeps, sendReachCode } from "../../../accounts/send-code.ts";
import type { SessionStore } from "../../../accounts/session-store.ts";
import {
  beginAuthenticator,
  confirmAuthenticator,
  type CredentialDeps,
  pendingSecret,
  removeAuthenticator,
  renewRecoveryCodes,
  setPassword,
} from "../../../accounts/set-credentials.ts";
import {
  type MadePasskey,
  removePasskey,
  renamePasskey,
  setPasskey,
  type SetPasskeyDeps,
} from "../../../accounts/set-passkey.ts";
import type { FieldErrorCode } from "../../../i18n/field-error-code.ts";
import type { FieldError } from "../../../forms/field-error.ts";
import { unreachable } from "../../../kernel/invariant.ts";
import { type SecurityDone, shownApp, type ShownOnce } from "./security-page-data.ts";

/** What came of an act: somewhere to go on, or what the page shows. */
export type SecurityAnswer =
  | { kind: "done"; query: { done?: SecurityDone } }
  /** A code is on its way; the token is the browser's. */
  | { kind: "code-sent"; token: string }
  | { kind: "shown"; once?: ShownOnce; errors: readonly FieldError[] };

/** Where an act is asked for, and by which browser. */
export interface SecurityAsker extends Omit<CodeAsker, "reach"> {
  passkey: Pick<MadePasskey, "token" | "place">;
}

/** What acting needs. */
export interface SecurityActDeps extends CredentialDeps, SendCodeDeps, SetPasskeyDeps {
  people: PersonStore;
  sessions: SessionStore;
}

/** Does it. The caller has seen the form's token, and a fresh proof where the act needs one. */
export async function actOnSecurity(
  deps: SecurityActDeps,
  signedIn: SignedInPerson,
  act: SecurityAct["name"],
  fields: ReadonlyMap<string, string>,
  asker: SecurityAsker,
): Promise<SecurityAnswer> {
  const { person, session } = signedIn;
  switch (act) {
    case "passkey-add":
    case "passkey-rename":
    case "passkey-remove":
      return await actOnPasskey(deps, signedIn, act, { fields, asker });
    case "reach":
      return await beginReach(deps, signedIn, fields.get("reach") ?? "", asker);
    case "password": {
      const problem = await setPassword(deps, person, fields.get("newPassword") ?? "");
      if (problem !== null) {
        return { kind: "shown", errors: [{ field: "newPassword", code: problem }] };
      }
      await deps.sessions.endAllOf(person.id, session.id);
      return { kind: "done", query: { done: "password" } };
    }
    case "app": {
      const secret = await beginAuthenticator(deps, person.id);
      return { kind: "shown", once: shownApp(secret, person.email), errors: [] };
    }
    case "app-code":
      return await takeApp(deps, signedIn, fields.get("code") ?? "");
    case "app-remove":
      // Whoever needs one changes it for another.
      if (needsSecondFactor(person)) return { kind: "done", query: {} };
      await removeAuthenticator(deps, person.id);
      await deps.sessions.endAllOf(person.id, session.id);
      return { kind: "done", query: { done: "app-removed" } };
    case "codes": {
      const codes = await renewRecoveryCodes(deps, person.id);
      return { kind: "shown", once: { kind: "codes", codes }, errors: [] };
    }
    case "end-session":
      return await endOwn(deps, signedIn, fields.get("session") ?? "");
    case "end-others":
      await deps.sessions.endAllOf(person.id, session.id);
      return { kind: "done", query: { done: "sessions" } };
    default:
      return unreachable(act);
  }
}

/** Adds, names or removes a passkey; the session has shown two factors with a new one. */
async function actOnPasskey(
  deps: SecurityActDeps,
  { person, session }: SignedInPerson,
  act: "passkey-add" | "passkey-rename" | "passkey-remove",
  { fields, asker }: { fields: ReadonlyMap<string, string>; asker: SecurityAsker },
): Promise<SecurityAnswer> {
  const name = fields.get("passkeyName") ?? "";
  const id = fields.get("passkey") ?? "";
  if (act === "passkey-rename") {
    await renamePasskey(deps, person, { id, name });
    return { kind: "done", query: { done: "passkey-renamed" } };
  }
  if (act === "passkey-remove") {
    const isRemoved = await removePasskey(deps, person, id);
    if (!isRemoved) return shownError("passkey", "passkeyNeeded");
    await deps.sessions.endAllOf(person.id, session.id);
    return { kind: "done", query: { done: "passkey-removed" } };
  }
  const credential = fields.get("credential") ?? "";
  const made = { ...asker.passkey, credential, name: name === "" ? session.device : name };
  if (!await setPasskey(deps, person, made)) return shownError("passkey", "passkeyRefused");
  await refreshProof(deps, session.id, ["passkey"]);
  return { kind: "done", query: { done: "passkey-added" } };
}

function shownError(field: string, code: FieldErrorCode): SecurityAnswer {
  return { kind: "shown", errors: [{ field, code }] };
}

/** Sends a code to another address or number; it counts once the code was typed. */
async function beginReach(
  deps: SecurityActDeps,
  { person }: SignedInPerson,
  typed: string,
  asker: SecurityAsker,
): Promise<SecurityAnswer> {
  const read = readReach(typed);
  if (!read.ok) return { kind: "shown", errors: [{ field: "reach", code: read.code }] };
  const token = await sendReachCode(deps, person, { ...asker, reach: read.value });
  return { kind: "code-sent", token };
}

/** Takes an app into use; the session has shown a second factor with it. */
async function takeApp(
  deps: SecurityActDeps,
  { person, session }: SignedInPerson,
  code: string,
): Promise<SecurityAnswer> {
  const codes = await confirmAuthenticator(deps, person.id, code);
  if (codes === null) {
    const errors = [{ field: "code", code: "appCodeWrong" }] as const;
    const secret = await pendingSecret(deps, person.id);
    return secret === null
      ? { kind: "done", query: {} }
      : { kind: "shown", once: shownApp(secret, person.email, errors), errors };
  }
  await refreshProof(deps, session.id, ["authenticator"]);
  return { kind: "shown", once: { kind: "codes", codes }, errors: [] };
}

/** Ends one of the person's own sessions; another's id ends nothing. */
async function endOwn(
  deps: SecurityActDeps,
  { person }: SignedInPerson,
  id: string,
): Promise<SecurityAnswer> {
  const isOwn = (await deps.sessions.of(person.id)).some((one) => one.id === id);
  if (isOwn) await deps.sessions.end(id);
  return { kind: "done", query: { done: "sessions" } };
}
