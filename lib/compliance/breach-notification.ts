// The notification to IMY, field by field in the order of its form, made of what is known; and which fields are empty. Pure.
import type { Breach } from "./breach.ts";
import { isLate } from "./breach-rules.ts";
import type { Controller } from "./settings.ts";

/** Fields of the form. */
export const NOTIFICATION_FIELDS = [
  "controller",
  "organisationNumber",
  "address",
  "ownReference",
  "contact",
  "contactEmail",
  "contactPhone",
  "aware",
  "began",
  "ended",
  "discovery",
  "late",
  "course",
  "kinds",
  "cause",
  "crossBorder",
  "groups",
  "people",
  "dataTypes",
  "entries",
  "consequences",
  "severity",
  "measures",
  "informed",
  "informedOn",
  "informLaterOn",
  "notInformedWhy",
] as const;

/** One of them. */
export type NotificationField = typeof NOTIFICATION_FIELDS[number];

/** A field with what stands in it. Words of a list stay the product's own: a page has its own for them. */
export interface FilledField {
  field: NotificationField;
  value: string;
  /** True when IMY asks for it and nothing is known. */
  isMissing: boolean;
}

/** The form, filled. */
export function breachNotification(
  breach: Breach,
  controller: Controller | null,
  nowMs: number,
): FilledField[] {
  const values = valuesOf(breach, controller);
  return NOTIFICATION_FIELDS.map((field) => {
    const value = values[field];
    return { field, value, isMissing: value === "" && isAsked(field, breach, nowMs) };
  });
}

function valuesOf(
  { id, facts, authority, people }: Breach,
  controller: Controller | null,
): Record<NotificationField, string> {
  return {
    controller: controller?.name ?? "",
    organisationNumber: controller?.organisationNumber ?? "",
    address: controller?.address ?? "",
    ownReference: id,
    contact: controller?.contact ?? "",
    contactEmail: controller?.email ?? "",
    contactPhone: controller?.phone ?? "",
    aware: facts.awareAt,
    began: facts.beganAt,
    ended: facts.endedAt,
    discovery: facts.discovery,
    late: authority.kind === "told" ? authority.late : "",
    course: facts.course,
    kinds: facts.kinds.join(" "),
    cause: facts.cause,
    crossBorder: facts.isCrossBorder ? "yes" : "no",
    groups: facts.groups,
    people: facts.people === null ? "" : String(facts.people),
    dataTypes: facts.dataTypes,
    entries: facts.entries === null ? "" : String(facts.entries),
    consequences: facts.consequences,
    severity: facts.severity,
    measures: facts.measures,
    informed: people.kind === "open" ? "" : people.kind,
    informedOn: people.kind === "told" ? people.on : "",
    informLaterOn: people.kind === "later" ? people.on : "",
    notInformedWhy: people.kind === "not" ? people.reason : "",
  };
}

/** Some fields are asked for only when others say so; the number of a sole trader never is. */
function isAsked(field: NotificationField, breach: Breach, nowMs: number): boolean {
  switch (field) {
    case "organisationNumber":
    // It may be going on.
    // falls through
    case "ended":
      return false;
    case "late":
      return isLate(breach, nowMs);
    case "informedOn":
      return breach.people.kind === "told";
    case "informLaterOn":
      return breach.people.kind === "later";
    case "notInformedWhy":
      return breach.people.kind === "not";
    default:
      return true;
  }
}
