// Drivers of the fleet who sign in, and what they and guests see of their own.
import { addGuestProof } from "../../lib/accounts/guest-proof.ts";
import { addDriverAccount } from "../../lib/accounts/driver-account.ts";
import { issueEntryLink } from "../../lib/accounts/one-time-link.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { PLAIN_COOKIE } from "../../lib/accounts/session-cookie.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { aPerson, type TestProduct, useLink } from "./operator.ts";
import { MAJA } from "./trips.ts";

/** Signs somebody in as a driver of the fleet: the cookie of their session. */
export async function aSignedInDriver(services: Services, driverId: string): Promise<string> {
  const { id } = await aPerson(services, `Driver ${driverId}`, "driver");
  const personId = id;
  await commitWithRetry(
    services.db,
    (tx) => addDriverAccount(services, tx, { personId, driverId }),
  );
  const token = await issueEntryLink(services, { personId, purpose: "demo" });
  const answer = await useLink(services, token);
  if (!answer.ok) throw new Error(`The link is ${answer.reason}`);
  return `${PLAIN_COOKIE}=${answer.begun.secret}`;
}

/** The pages of a driver and of a guest, as each of them asks for it, by their routes. */
export async function ownPages(
  { origin, services }: TestProduct,
  driverId: string,
): Promise<[route: string, Request][]> {
  const guest = await addGuestProof(services, { kind: "phone", at: MAJA.phone });
  const get = (path: string, cookie: string) => new Request(origin + path, { headers: { cookie } });
  return [
    ["routes/driver/index.tsx", get(paths.driver(), await aSignedInDriver(services, driverId))],
    ["routes/bookings/mine.tsx", get(paths.myBookings(), `avanti-guest=${guest}`)],
    ["routes/privacy/requests/index.tsx", get(paths.guestPrivacy(), `avanti-guest=${guest}`)],
  ];
}
