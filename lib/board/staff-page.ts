// Who works here, for those who manage it: a list, one person with what happened to them, and who may be invited.
import type { OperatorSession } from "../accounts/session.ts";
import type { Person, PersonEvent } from "../accounts/person.ts";
import type { InvitationForm } from "../accounts/invite-person.ts";
import type { PersonStore } from "../accounts/person-store.ts";
import { withoutAccount } from "../accounts/driver-account.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import type { Driver } from "../fleet/vehicle.ts";
import type { FieldError } from "../forms/field-error.ts";
import { DomainError } from "../errors/domain-error.ts";
import { RequestError } from "../errors/request-error.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** What the pages need. */
export interface StaffDeps extends FramedDeps {
  people: Pick<PersonStore, "staff" | "get" | "events">;
  fleet: Pick<FleetStore, "drivers">;
}

/** The list, and the form of an invitation. */
export interface StaffListData extends Framed {
  staff: readonly Person[];
  /** True when the operator manages people. */
  manages: boolean;
  values: InvitationForm;
  errors: readonly FieldError[];
  /** Drivers of the fleet whom nobody signs in as. */
  drivers: readonly Pick<Driver, "id" | "name">[];
  /** The address an invitation was made under just now, shown once; null when none was. */
  invitation: { name: string; address: string } | null;
}

/** One person. */
export interface StaffPersonData extends Framed {
  person: Person;
  events: readonly PersonEvent[];
  manages: boolean;
  /** True for the operator's own page: nobody changes their own rights. */
  isSelf: boolean;
  /** Why an act was refused, or null. */
  problem: "last-admin" | "own-rights" | "too-many-grants" | null;
}

/** Nothing typed. */
const EMPTY: InvitationForm = { name: "", email: "", role: "" };

/** Reads the list. */
export async function loadStaff(
  deps: StaffDeps,
  operator: OperatorSession,
  more: Partial<Pick<StaffListData, "values" | "errors" | "invitation">> = {},
): Promise<StaffListData> {
  const [frame, staff] = await Promise.all([framed(deps, operator), deps.people.staff()]);
  const manages = operator.rights.includes("manage-staff");
  const drivers = manages ? await withoutAccount(deps, await deps.fleet.drivers()) : [];
  return {
    ...frame,
    staff,
    manages,
    drivers,
    values: EMPTY,
    errors: [],
    invitation: null,
    ...more,
  };
}

/** Reads one person. Throws RequestError("not-found") for nobody of the staff's story. */
export async function loadStaffPerson(
  deps: StaffDeps,
  operator: OperatorSession,
  id: string,
  problem: StaffPersonData["problem"] = null,
): Promise<StaffPersonData> {
  const [frame, stored, events] = await Promise.all([
    framed(deps, operator),
    deps.people.get(id),
    deps.people.events(id),
  ]);
  if (stored === null) throw new RequestError("not-found", {});
  const { person } = stored;
  return {
    ...frame,
    person,
    events: events.toReversed(),
    manages: operator.rights.includes("manage-staff"),
    isSelf: person.id === operator.personId,
    problem,
  };
}

/** Why a change was refused, for the page to say. Throws whatever is no refusal of that kind. */
export function staffProblem(error: unknown): NonNullable<StaffPersonData["problem"]> {
  const code = error instanceof DomainError ? error.code : null;
  if (code === "last-admin" || code === "own-rights" || code === "too-many-grants") return code;
  throw error;
}
