// The register of drivers in full, also with those whose identity is protected, as an authority asks for it: an entry of the audit
// log says who took it out, why and whose names it has, before anything of it leaves.
import type { FleetStore } from "../fleet/fleet-store.ts";
import { driverMark } from "../fleet/seen-driver.ts";
import { driverFile } from "../setup/export-setup.ts";
import { type ProtectedFault, readVeilReason } from "./protected-page.ts";
import type { ShowOnceDeps } from "./protected-booking.ts";

/** What taking it out needs. */
export interface RegisterDeps {
  fleet: Pick<FleetStore, "read">;
  audit: ShowOnceDeps["audit"];
}

/** What the entry of the audit log says was taken out. */
export const READ_REGISTER = "register of drivers";

/** The file, or what is wrong with the reason. */
export async function extractRegister(
  { fleet, audit }: RegisterDeps,
  typed: string,
): Promise<{ ok: true; text: string } | { ok: false; fault: ProtectedFault }> {
  const reason = readVeilReason(typed);
  if (!reason.ok) return reason;
  const { drivers } = await fleet.read();
  const subjects = drivers.map(({ id }) => driverMark(id));
  await audit.read({ what: READ_REGISTER, subjects, count: drivers.length, why: reason.value });
  return { ok: true, text: driverFile(drivers).text };
}
