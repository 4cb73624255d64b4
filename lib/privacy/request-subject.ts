// Whose data a request is about: a person with an account, or a guest who has shown a number or an address.
import type { PersonId } from "../accounts/person.ts";
import type { PersonStore } from "../accounts/person-store.ts";
import type { Reach } from "../accounts/reach.ts";
import { reachMark } from "../accounts/reach-mark.ts";
import { ownBookings, type OwnerDeps } from "../booking/booking-owners.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import type { Database } from "../kv/open.ts";
import type { RequestContact } from "./data-request.ts";

/** Whose data. */
export type RequestSubject =
  | { kind: "person"; personId: PersonId }
  | { kind: "guest"; reach: Reach };

/** What finding out needs. */
export interface SubjectDeps extends OwnerDeps {
  db: Database;
  people: Pick<PersonStore, "get">;
  bookings: Pick<BookingStore, "getAll">;
}

/** The mark of a subject. */
export async function markOf(
  { reachKey }: Pick<SubjectDeps, "reachKey">,
  subject: RequestSubject,
): Promise<string> {
  return subject.kind === "person"
    ? await reachMark(reachKey, "person", subject.personId)
    : await reachMark(reachKey, subject.reach.kind, subject.reach.at);
}

/**
 * Where a subject is told of a request: by all that is known of them. Of a guest that is also the other way their newest
 * booking names, so that whoever has got hold of a number alone is not the only one who hears of it.
 */
export async function contactOf(
  deps: SubjectDeps,
  subject: RequestSubject,
): Promise<RequestContact> {
  if (subject.kind === "person") {
    const found = await deps.people.get(subject.personId);
    const { name = "", email = "", phone = "" } = found?.person ?? {};
    return { name, email, phone };
  }
  const { kind, at } = subject.reach;
  const { bookings: [newest] } = await ownBookings(deps, [subject.reach], { limit: 1 });
  const { name = "", email = "", phone = "" } = newest?.contact ?? {};
  return { name, email, phone, [kind]: at };
}
