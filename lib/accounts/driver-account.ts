// Which driver of the fleet a person is: written when they join by the invitation, one account a driver.
import type { Database } from "../kv/open.ts";
import { readIfReadable, readThoseReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { DomainError } from "../errors/domain-error.ts";
import { accountKeys } from "./keys.ts";
import type { PersonId } from "./person.ts";

/** The driver a person is, by the fleet's id; null for who is none. */
export async function driverOf(
  { db }: { db: Pick<Database, "read"> },
  personId: PersonId,
): Promise<string | null> {
  return (await readIfReadable(db.read, accountKeys.driverAccount(personId))).value;
}

/** Those of the drivers, by id, whom nobody signs in as. */
export async function withoutAccount<Row extends { id: string }>(
  { db }: { db: Pick<Database, "read"> },
  drivers: readonly Row[],
): Promise<Row[]> {
  const rows = await readThoseReadable(
    db.read,
    drivers.map(({ id }) => accountKeys.accountOfDriver(id)),
  );
  return drivers.filter((_, i) => (rows[i]?.value ?? null) === null);
}

/** Makes a person a driver in the commit they join by. Throws DomainError("address-taken") when somebody is it already. */
export async function addDriverAccount(
  { db }: { db: Database },
  tx: Transaction,
  { personId, driverId }: { personId: PersonId; driverId: string },
): Promise<void> {
  const key = accountKeys.accountOfDriver(driverId);
  const { value, versionstamp } = await readIfReadable(db.write, key);
  if (value !== null) throw new DomainError("address-taken", { field: "driver" });
  tx.check(key, versionstamp).set(key, personId);
  tx.set(accountKeys.driverAccount(personId), driverId);
}
