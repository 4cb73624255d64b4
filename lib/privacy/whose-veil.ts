// Whom somebody of the staff means who types a booking's code, a number, an address or a driver's code: every mark that person is known by here.
import type { PersonStore } from "../accounts/person-store.ts";
import { reachMark } from "../accounts/reach-mark.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { referenceIn } from "../booking/search/search-question.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { driverMark } from "../fleet/seen-driver.ts";
import { readEmailAddress } from "../forms/email-address.ts";
import { plainLine } from "../forms/clean-text.ts";
import { readPhoneNumber } from "../forms/phone-number.ts";
import { DEFAULT_LOCALE } from "../kernel/locale.ts";
import type { VeilKind } from "../veil/veil.ts";
import type { SubjectMark } from "../security/subject-keys.ts";
import { customerOf, type VeilReach } from "./change-veil.ts";

/** What finding out needs. */
export interface WhoseDeps {
  reachKey: CryptoKey;
  bookings: BookingStore;
  people: Pick<PersonStore, "get" | "ownerOfMark">;
  fleet: Pick<FleetStore, "all">;
}

/** Somebody. */
export interface Meant {
  kind: VeilKind;
  marks: readonly SubjectMark[];
  reach: VeilReach;
}

/** Who is meant; null for what is no code of a booking, no number and no address. */
export async function whoIsMeant(deps: WhoseDeps, typed: string): Promise<Meant | null> {
  const driver = await ofDriver(deps, typed);
  if (driver !== null) return driver;
  const known = await ofBooking(deps, typed) ?? await ofReach(deps, typed);
  return known === null ? null : await withAccount(deps, known);
}

/** A driver by the code on their receipts. */
async function ofDriver({ fleet }: WhoseDeps, typed: string): Promise<Meant | null> {
  const code = plainLine(typed).replaceAll(" ", "");
  const driver = (await fleet.all()).drivers.find(({ driverCode }) => driverCode === code);
  if (driver === undefined || code === "") return null;
  const reach = { phone: driver.phone, email: "", locale: DEFAULT_LOCALE };
  return { kind: "driver", marks: [driverMark(driver.id)], reach };
}

async function ofBooking(deps: WhoseDeps, typed: string): Promise<Meant | null> {
  const reference = referenceIn(typed);
  const id = reference === null ? null : await deps.bookings.idOf(reference);
  const found = id === null ? null : await customerOf(deps, id);
  return found && { kind: "customer", ...found };
}

async function ofReach({ reachKey }: WhoseDeps, typed: string): Promise<Meant | null> {
  const locale = DEFAULT_LOCALE;
  const phone = readPhoneNumber(typed);
  if (phone.ok) {
    const marks = [await reachMark(reachKey, "phone", phone.value)];
    return { kind: "customer", marks, reach: { phone: phone.value, email: "", locale } };
  }
  const email = readEmailAddress(typed);
  if (!email.ok) return null;
  const marks = [await reachMark(reachKey, "email", email.value)];
  return { kind: "customer", marks, reach: { phone: "", email: email.value, locale } };
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
