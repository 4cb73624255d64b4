// What is asked of the audit log: read from an address, and as words its index knows.
import { reachMark } from "../accounts/reach-mark.ts";
import { AUDIT_OUTCOMES, type Word } from "../audit/entry-words.ts";
import type { EntryQuestion } from "../audit/find-entries.ts";
import { INTENT_KINDS } from "../audit/intent.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { isReferenceCode } from "../kernel/ids.ts";
import { isLocalDate, nextDate } from "../kernel/local-date.ts";
import { HOME_ZONE } from "../kernel/wall-time.ts";

/** What finding out whose a reference is needs. */
export interface QuestionDeps {
  bookings: Pick<BookingStore, "get" | "idOf">;
  reachKey: CryptoKey;
}

/** What can be asked for; "" for anything. */
export const AUDIT_FILTERS = [
  ...["from", "until", "who", "what", "kind", "outcome", "network", "subject", "holder"] as const,
] as const;

/** What is asked for. Dates are local, `until` is included. */
export type AuditQuery = Readonly<Record<typeof AUDIT_FILTERS[number], string>>;

/** Reads the query of an address. What fits nothing is left out. */
export function readAuditQuery(params: URLSearchParams): AuditQuery {
  const asked = (name: string) => params.get(name)?.trim() ?? "";
  const date = (name: string) => isLocalDate(asked(name)) ? asked(name) : "";
  const word = (name: string, words: readonly string[]) =>
    words.find((one) => one === asked(name)) ?? "";
  return {
    ...{ from: date("from"), until: date("until"), who: asked("who"), what: asked("what") },
    ...{ kind: word("kind", INTENT_KINDS), outcome: word("outcome", AUDIT_OUTCOMES) },
    ...{ network: asked("network"), subject: asked("subject"), holder: asked("holder") },
  };
}

/** The query as an address has it. */
export function addressOf(query: AuditQuery): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
}

/** Which entry a page begins below; any for what is no number. */
export function belowOf(params: URLSearchParams): number {
  const asked = params.get("before") ?? "";
  return /^\d{1,15}$/.test(asked) ? Number(asked) : Infinity;
}

/** What is asked of the log. */
export async function questionOf(
  deps: QuestionDeps,
  query: AuditQuery,
): Promise<EntryQuestion> {
  const { from, until, who, what, kind, outcome, network, subject, holder } = query;
  const plain: Word[] = [
    { kind: "who", word: who },
    { kind: "what", word: what },
    { kind: "kind", word: kind },
    { kind: "outcome", word: outcome },
    { kind: "from", word: network },
  ];
  const words = plain.filter(({ word }) => word !== "").map((word): Word[] => [word]);
  if (subject !== "") words.push(await subjectWords(deps, subject));
  if (holder !== "") {
    words.push([{ kind: "subject", word: `holder/${holder}` }, { kind: "id", word: holder }]);
  }
  const midnight = (date: string) =>
    Temporal.PlainDate.from(date).toZonedDateTime(HOME_ZONE).toInstant().toString();
  return {
    words,
    from: from === "" ? "" : midnight(from),
    before: until === "" ? "" : midnight(nextDate(until, 1)),
  };
}

/** A mark as it is; of a booking's reference the booking, and whoever it was booked for. */
async function subjectWords(
  { bookings, reachKey }: QuestionDeps,
  subject: string,
): Promise<Word[]> {
  const word: Word = { kind: "subject", word: subject };
  const reference = compact(subject);
  const id = isReferenceCode(reference) ? await bookings.idOf(reference) : null;
  if (id === null) return [word];
  const phone = (await bookings.get(id))?.booking.contact.phone ?? "";
  const mark = phone === "" ? null : await reachMark(reachKey, "phone", phone);
  return [
    { kind: "id", word: id },
    ...(mark === null ? [] : [{ kind: "subject", word: mark } as const]),
  ];
}

/** True when a subject looks like a booking's reference and is none's. */
export function isUnknownReference({ subject }: AuditQuery, { words }: EntryQuestion): boolean {
  return isReferenceCode(compact(subject)) && words.flat().every(({ kind }) => kind !== "id");
}

function compact(subject: string): string {
  return subject.replace(/[\s-]/g, "").toUpperCase();
}
