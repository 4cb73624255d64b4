// Asks somebody to join, with the roles that wait for them.
import { DomainError } from "../errors/domain-error.ts";
import { cleanLine, isReadable } from "../forms/clean-text.ts";
import { readEmailAddress } from "../forms/email-address.ts";
import type { Checked, FieldError } from "../forms/field-error.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Logger } from "../kernel/log.ts";
import { paths } from "../kernel/paths.ts";
import { commitWithRetry } from "../kv/commit.ts";
import { addNotice, type NoticeDeps } from "./account-notice.ts";
import { type Invited, linkMinutes } from "./entry-link.ts";
import { addEntryLink, type LinkDeps } from "./one-time-link.ts";
import { leadingRole } from "./person-rules.ts";
import type { PersonStore } from "./person-store.ts";
import { CENTRAL, STAFF_ROLES } from "./role.ts";
import { MAX_PERSON_NAME } from "./server-keeper.ts";

/** What inviting needs. */
export interface InviteDeps extends LinkDeps, NoticeDeps {
  people: Pick<PersonStore, "ownerOf">;
  log: Logger;
}

/** What an administrator types to invite somebody. */
export interface InvitationForm {
  name: string;
  email: string;
  role: string;
}

/** Checks it. Invited are people of the staff; drivers and customers come in by ways of their own. */
export function checkInvitation(
  typed: InvitationForm,
  locale: Locale,
): Checked<Omit<Invited, "by">> {
  const errors: FieldError[] = [];
  const name = cleanLine(typed.name);
  const email = readEmailAddress(typed.email);
  const role = STAFF_ROLES.find((one) => one === typed.role);
  if (!isReadable(name)) errors.push({ field: "name", code: "inviteeNameMissing" });
  else if (name.length > MAX_PERSON_NAME) errors.push({ field: "name", code: "nameTooLong" });
  if (!email.ok) errors.push({ field: "email", code: email.code });
  if (role === undefined) errors.push({ field: "role", code: "roleMissing" });
  if (errors.length > 0 || !email.ok || role === undefined) return { ok: false, errors };
  const grants = [{ role, entity: CENTRAL }];
  return { ok: true, value: { name, email: email.value, locale, grants } };
}

/** Checks the address a driver of the fleet is invited at; name and permit holder are what the fleet says. */
export function checkDriverInvitation(
  typed: { email: string },
  driver: { id: string; name: string; holderId: string } | undefined,
  locale: Locale,
): Checked<Omit<Invited, "by">> {
  const errors: FieldError[] = [];
  const email = readEmailAddress(typed.email);
  if (driver === undefined) errors.push({ field: "driver", code: "driverMissing" });
  if (!email.ok) errors.push({ field: "driverEmail", code: email.code });
  if (driver === undefined || !email.ok) return { ok: false, errors };
  const grants = [{ role: "driver", entity: driver.holderId }] as const;
  const { id: driverId, name } = driver;
  return { ok: true, value: { name, email: email.value, locale, grants, driverId } };
}

/**
 * Makes the invitation and has it mailed; its token exists nowhere else. Throws DomainError("address-taken") when the address is
 * somebody's already. Whoever joins by it later than somebody with that address is refused then.
 */
export async function invitePerson(
  deps: InviteDeps,
  invited: Invited,
): Promise<string> {
  if (await deps.people.ownerOf("email", invited.email) !== null) {
    throw new DomainError("address-taken", { field: "email" });
  }
  const { value: token } = await commitWithRetry(deps.db, async (tx) => {
    const token = addEntryLink(deps, tx, { personId: null, purpose: "invitation", invited });
    await addNotice(deps, tx, { locale: invited.locale, minutes: linkMinutes("invitation") }, {
      kind: "invitation",
      to: { mail: invited.email, phone: "" },
      name: invited.name,
      role: leadingRole(invited),
      by: invited.by.kind === "person" ? invited.by.name : "",
      link: paths.enter(token),
    });
    return token;
  });
  deps.log.info("somebody is invited");
  return token;
}
