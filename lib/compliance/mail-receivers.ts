// Who is mailed: whom a setting names, else those of the staff with a role.
import type { Person } from "../accounts/person.ts";
import type { Role } from "../accounts/role.ts";
import { MAX_RECIPIENTS } from "../mail/mail.ts";

/** What it is read from. */
export interface ReceiverDeps {
  people: { staff(): Promise<readonly Person[]> };
}

/** Their addresses; none where nobody is named and nobody has the role. */
export async function mailReceivers(
  { people }: ReceiverDeps,
  named: readonly string[],
  role: Role,
): Promise<readonly string[]> {
  if (named.length > 0) return named;
  const some = (await people.staff()).filter(({ grants, standing, email }) =>
    email !== "" && standing.kind === "active" && grants.some((grant) => grant.role === role)
  );
  return some.map(({ email }) => email).slice(0, MAX_RECIPIENTS);
}
