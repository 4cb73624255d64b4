// Does what somebody asked for on the page of their own data, and says what the page shows then.
import { hasPersonalNumber } from "../../../forms/personal-number.ts";
import { changePerson, type PersonDeps } from "../../../accounts/change-person.ts";
import { MAX_NAME } from "../../../booking/contact.ts";
import { RequestError } from "../../../errors/request-error.ts";
import { cleanLine, cleanText, isReadable } from "../../../forms/clean-text.ts";
import type { FieldError } from "../../../forms/field-error.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { changeOwnRequest } from "../../../privacy/change-data-request.ts";
import { createDataRequest, type CreateRequestDeps } from "../../../privacy/create-data-request.ts";
import { type DataRequestType, MAX_REQUEST_TEXT } from "../../../privacy/data-request.ts";
import { type LiftDeps, liftOwnRestriction } from "../../../privacy/lift-restriction.ts";
import { objectTo } from "../../../privacy/object-to.ts";
import { type ConsentDeps, recordConsent } from "../../../privacy/record-consent.ts";
import { type OwnVeilDeps, protectSelf, unprotectSelf } from "../../../privacy/own-veil.ts";
import type { Visitor } from "../../../privacy/visitor.ts";
import type { PrivacyDone } from "./privacy-centre-data.ts";

/** What is asked for in words; seeing and taking along is a press of its own. */
export const ASKED_TYPES = [
  "rectification",
  "restriction",
  "objection",
  "review",
  "erasure",
] as const satisfies readonly DataRequestType[];

/** The field of an answer: two that wait for one stand on the page, each with a name of its own. */
export function answerField(requestId: string): string {
  return `answer-${requestId}`;
}

/** Fields whose words are looked at here, and said to be wrong beside them: those of an answer begin so. */
export const PRIVACY_ANSWERED = ["wish", "answer"];

/** What came of it. */
export type PrivacyAnswer =
  | { kind: "done"; done: PrivacyDone }
  /** They show again who they are, and begin anew. */
  | { kind: "prove" }
  | { kind: "refused"; errors: readonly FieldError[]; values: Readonly<Record<string, string>> };

/** What acting needs. */
export type PrivacyActDeps =
  & CreateRequestDeps
  & ConsentDeps
  & PersonDeps
  & OwnVeilDeps
  & LiftDeps;

/**
 * Does it. The caller has seen the form's token where there is a session. Throws RequestError("not-found") for a request
 * that is not the visitor's own, and as `createDataRequest`, `changeDataRequest` and `recordConsent`.
 */
export async function actOnPrivacy(
  deps: PrivacyActDeps,
  visitor: Visitor,
  fields: ReadonlyMap<string, string>,
  locale: Locale,
): Promise<PrivacyAnswer> {
  switch (fields.get("act")) {
    case "rename":
      return await rename(deps, visitor, cleanLine(fields.get("name") ?? ""));
    case "cancel":
      await changeOwnRequest(deps, visitor.marks, fields.get("request") ?? "", { type: "cancel" });
      return { kind: "done", done: "cancelled" };
    case "answer":
      return await answer(deps, visitor, fields);
    case "object":
    case "unobject":
      return await object(deps, visitor, fields, locale);
    case "lift":
      await liftOwnRestriction(deps, visitor);
      return { kind: "done", done: "lifted" };
    case "give":
    case "withdraw":
      return await say(deps, visitor, fields, locale);
    case "protect":
      await protectSelf(deps, visitor, locale);
      return { kind: "done", done: "protected" };
    case "unprotect":
      if (!visitor.isFresh) return { kind: "prove" };
      return {
        kind: "done",
        done: await unprotectSelf(deps, visitor) ? "unprotected" : "protected-still",
      };
    default:
      return await ask(deps, visitor, fields, locale);
  }
}

async function rename(
  deps: PrivacyActDeps,
  { subject }: Visitor,
  name: string,
): Promise<PrivacyAnswer> {
  if (subject.kind === "guest") throw new RequestError("not-found", {});
  const field = "name";
  const values = { name };
  if (!isReadable(name)) {
    return { kind: "refused", values, errors: [{ field, code: "personNameMissing" }] };
  }
  if (name.length > MAX_NAME) {
    return { kind: "refused", values, errors: [{ field, code: "nameTooLong" }] };
  }
  const id = subject.personId;
  await changePerson(deps, { id, command: { type: "rename", name } }, { kind: "person", id, name });
  return { kind: "done", done: "renamed" };
}

async function ask(
  deps: PrivacyActDeps,
  visitor: Visitor,
  fields: ReadonlyMap<string, string>,
  locale: Locale,
): Promise<PrivacyAnswer> {
  const type = ASKED_TYPES.find((one) => one === fields.get("type"));
  const wish = cleanText(fields.get("wish") ?? "");
  const values = { type: type ?? "", wish };
  const errors: FieldError[] = [];
  if (type === undefined) errors.push({ field: "type", code: "requestTypeMissing" });
  errors.push(...wordErrors("wish", wish, type !== "erasure"));
  if (type === undefined || errors.length > 0) return { kind: "refused", errors, values };
  if (type === "erasure" && !visitor.isFresh) return { kind: "prove" };
  const { subject, identity } = visitor;
  const { kind } = await createDataRequest(deps, { type, subject, locale, wish, identity });
  return { kind: "done", done: kind === "created" ? "asked" : "asked-before" };
}

async function answer(
  deps: PrivacyActDeps,
  { marks }: Visitor,
  fields: ReadonlyMap<string, string>,
): Promise<PrivacyAnswer> {
  const id = fields.get("request") ?? "";
  const field = answerField(id);
  const text = cleanText(fields.get(field) ?? "");
  const errors = wordErrors(field, text, true);
  if (errors.length > 0) return { kind: "refused", errors, values: { [field]: text } };
  await changeOwnRequest(deps, marks, id, { type: "answer", answer: text });
  return { kind: "done", done: "answered" };
}

async function object(
  deps: PrivacyActDeps,
  visitor: Visitor,
  fields: ReadonlyMap<string, string>,
  locale: Locale,
): Promise<PrivacyAnswer> {
  const isObjecting = fields.get("act") === "object";
  await objectTo(deps, visitor, { purpose: fields.get("purpose") ?? "", isObjecting, locale });
  return { kind: "done", done: isObjecting ? "objected" : "unobjected" };
}

async function say(
  deps: PrivacyActDeps,
  { subject, surface }: Visitor,
  fields: ReadonlyMap<string, string>,
  locale: Locale,
): Promise<PrivacyAnswer> {
  const granted = fields.get("act") === "give";
  const purpose = fields.get("purpose") ?? "";
  await recordConsent(deps, { subject, purpose, granted, locale, surface });
  return { kind: "done", done: granted ? "consented" : "withdrawn" };
}

function wordErrors(field: string, text: string, isNeeded: boolean): FieldError[] {
  if (text.length > MAX_REQUEST_TEXT) return [{ field, code: "wishTooLong" }];
  if (hasPersonalNumber(text)) return [{ field, code: "personalNumber" }];
  return isNeeded && !isReadable(text) ? [{ field, code: "wishMissing" }] : [];
}
