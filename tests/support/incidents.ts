// Some failures of every severity, as a day leaves them.
import type { Services } from "../../lib/assembly/services.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { aTrail } from "./fault-reports.ts";

/** The reference of the failure that a person reads out. */
export const READ_OUT = "7F3K-22QD";

/** Takes down some failures; the fingerprint of the one under READ_OUT. */
export async function someIncidents(
  { incidents }: Pick<Services, "incidents">,
): Promise<string> {
  const at = (operation: string, reference = "", person = "") => ({ operation, reference, person });
  for (let i = 0; i < 12; i++) {
    incidents.note(new DomainError("booking-changed"), at("/bookings/:link", "", `p${i % 5}`));
  }
  for (let i = 0; i < 3; i++) {
    const down = new GatewayError("osrm", "OSRM status 502", true);
    incidents.note(down, at("/quotes", `R${i}RR-RRRR`, `p${i}`));
  }
  incidents.note(new TypeError("Cannot read properties of undefined"), at("jobs"));
  const full = new GatewayError("kv", "The database failed: the disk is full", true);
  // With everything a failure may have beside it, so that its page is looked at with all of it.
  const { fingerprint } = incidents.note(full, {
    ...at("/bookings", READ_OUT, "p1"),
    trail: aTrail(),
  });
  await incidents.flush();
  return fingerprint;
}
