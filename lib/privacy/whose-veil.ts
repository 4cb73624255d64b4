// Whom somebody of the staff means who types a booking's code, a number or an address: every mark that person is known by here.
import type { PersonStore } from "../accounts/person-store.ts";
import { reachMark } from "../accounts/reach-mark.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { referenceIn } from "../booking/search/search-question.ts";
import { readEmailAddress } from "../forms/email-address.ts";
import { readPhoneNumber } from "../forms/phone-number.ts";
import { DEFAULT_LOCALE } from "../kernel/locale.ts";
import type { SubjectMark } from "../security/subject-keys.ts";
import { customerOf, type VeilReach } from "./change-veil.ts";

/** What finding out needs. */
export interface WhoseDeps {
  reachKey: CryptoKey;
  bookings: BookingStore;
  people: Pick<PersonStore, "get" | "ownerOfMark">;
}

/** Somebody. */
export interface Meant {
  marks: readonly SubjectMark[];
  reach: VeilReach;
}

/** Who is meant; null for what is no code of a booking, no number and no address. */
export async function whoIsMeant(deps: WhoseDeps, typed: string): Promise<Meant | null> {
  const known = await ofBooking(deps, typed) ?? await ofReach(deps, typed);
  return known === null ? null : await withAccount(deps, known);
}

async function ofBooking(deps: WhoseDeps, typed: string): Promise<Meant | null> {
  const reference = referenceIn(typed);
  const id = reference === null ? null : await deps.bookings.idOf(reference);
  return id === null ? null : await customerOf(deps, id);
}

async function ofReach({ reachKey }: WhoseDeps, typed: string): Promise<Meant | null> {
  const locale = DEFAULT_LOCALE;
  const phone = readPhoneNumber(typed);
  if (phone.ok) {
    const marks = [await reachMark(reachKey, "phone", phone.value)];
    return { marks, reach: { phone: phone.value, email: "", locale } };
  }
  const email = readEmailAddress(typed);
  if (!email.ok) return null;
  const marks = [await reachMark(reachKey, "email", email.value)];
  return { marks, reach: { phone: "", email: email.value, locale } };
}

/** Whoever has an account is meant with all of it. */
async function withAccount(deps: WhoseDeps, meant: Meant): Promise<Meant> {
  const all = new Set(meant.marks);
  for (const mark of meant.marks) {
    const personId = await deps.people.ownerOfMark(mark);
    const found = personId === null ? null : await deps.people.get(personId);
    if (found === null) continue;
    const { id, phone, email } = found.person;
    all.add(await reachMark(deps.reachKey, "person", id));
    if (phone !== "") all.add(await reachMark(deps.reachKey, "phone", phone));
    if (email !== "") all.add(await reachMark(deps.reachKey, "email", email));
  }
  return { ...meant, marks: [...all] };
}
