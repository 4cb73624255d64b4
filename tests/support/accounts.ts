// People who can show who they are: with a password of few rounds, because what is tested is not how long hashing takes.
import { Secret, TOTP } from "otpauth";
import { accountKeys } from "../../lib/accounts/keys.ts";
import { hashPassword } from "../../lib/accounts/password.ts";
import type { Person } from "../../lib/accounts/person.ts";
import type { Role } from "../../lib/accounts/role.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { aPerson } from "./operator.ts";

/** Their password. */
export const PASSWORD = "fyra gröna hästar";

/** Somebody with a role and the password. */
export async function withPassword(
  services: Services,
  name = "Karin",
  role: Role = "dispatcher",
): Promise<Person> {
  const person = await aPerson(services, name, role);
  const stored = await hashPassword(PASSWORD, services.randomBytes, "2026-11-23T05:00:00Z", 10);
  await services.db.write.set(accountKeys.password(person.id), stored);
  return person;
}

/** What an authenticator app with the secret shows now. */
export function codeNow({ clock }: Pick<Services, "clock">, secret: string): string {
  const timestamp = clock.now().epochMilliseconds;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}
