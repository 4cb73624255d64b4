// The server that is signed in at: the real app on a file, with people whose passwords nobody guesses.
import { joinPerson } from "../../lib/accounts/change-person.ts";
import { accountKeys } from "../../lib/accounts/keys.ts";
import { hashPassword } from "../../lib/accounts/password.ts";
import { CENTRAL } from "../../lib/accounts/role.ts";
import { startBackgroundWork } from "../../lib/assembly/work.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { benchServices, serveBench } from "../booking/server.ts";
import { knownAddress } from "./sign-ins.ts";

if (import.meta.main) {
  const [database = ":memory:", people = "0"] = Deno.args;
  const services = await benchServices(database, { AVANTI_PROXIES: "1" });
  await addPeople(services, Number(people));
  void startBackgroundWork(services);
  await serveBench(services, (port) => console.info(`listening ${port}`));
}

/** Customers with one password among them: hashing it for each would take longer than the bench. */
async function addPeople(services: Services, count: number): Promise<void> {
  const stored = await hashPassword(
    "långa ord om havet",
    services.randomBytes,
    "2026-11-23T05:00:00Z",
  );
  for (let i = 0; i < count; i++) {
    const grants = [{ role: "customer", entity: CENTRAL }] as const;
    const who = { name: `Kund ${i}`, email: knownAddress(i), phone: "", locale: "sv", grants };
    const person = await joinPerson(services, { ...who, locale: "sv" }, { kind: "server" });
    await services.db.write.set(accountKeys.password(person.id), stored);
  }
}
