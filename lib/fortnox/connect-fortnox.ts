// Lets the product into an entity's books at Fortnox, says where its vouchers go, and has it try again.
import type { HolderId } from "../fleet/vehicle.ts";
import type { Clock } from "../kernel/clock.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import type { FortnoxLink } from "./fortnox.ts";
import type { FortnoxGateway } from "./fortnox-gateway.ts";
import type { LinkStore } from "./link-store.ts";

/** A series there: one to ten letters or digits. */
const SERIES = /^[A-ZÅÄÖ0-9]{1,10}$/;

/** Why what an accountant wants of Fortnox cannot be. */
export type FortnoxFault = "not-let-in" | "no-day" | "no-series" | "busy";

/** What it needs. */
export interface ConnectDeps {
  fortnox: Pick<FortnoxGateway, "exchange">;
  fortnoxLinks: LinkStore;
  clock: Clock;
}

/** Connects with the code an accountant came back with; what was sent before stays known. Why it cannot be, or null. */
export async function connectFortnox(
  { fortnox, fortnoxLinks, clock }: ConnectDeps,
  { entityId, code }: { entityId: HolderId; code: string },
): Promise<FortnoxFault | null> {
  const told = await fortnox.exchange(code);
  if (told.is !== "told") return "not-let-in";
  const before = (await fortnoxLinks.get(entityId))?.link;
  const link: FortnoxLink = {
    ...{ start: null, through: null, sending: null, sent: 0, paceFullAtMs: 0 },
    ...before,
    ...{ tokens: told.value, connectedAt: clock.now().toString(), trouble: null },
    // Another process may be sending: it ends by itself, and what became of that is looked for.
    busyUntil: before?.busyUntil ?? "",
  };
  return await fortnoxLinks.connect(entityId, link) ? null : "busy";
}

/** From which day on, and in which series; once, for what was sent cannot be moved. Why it cannot be, or null. */
export async function startSending(
  { fortnoxLinks }: Pick<ConnectDeps, "fortnoxLinks">,
  entityId: HolderId,
  { from, series }: { from: string; series: string },
): Promise<FortnoxFault | null> {
  const held = await fortnoxLinks.get(entityId);
  if (held === null) return "not-let-in";
  if (!isLocalDate(from)) return "no-day";
  if (!SERIES.test(series)) return "no-series";
  const own = await fortnoxLinks.hold(held);
  if (own === null) return "busy";
  const start = { from: held.link.through === null ? from : held.link.start?.from ?? from, series };
  return await fortnoxLinks.letGo(own, { start, trouble: null }) === null ? "busy" : null;
}

/** Tries again what a person has mended. */
export async function tryAgain(
  { fortnoxLinks }: Pick<ConnectDeps, "fortnoxLinks">,
  entityId: HolderId,
): Promise<FortnoxFault | null> {
  const held = await fortnoxLinks.get(entityId);
  if (held === null || held.link.trouble?.kind === "access-ended") return "not-let-in";
  const own = await fortnoxLinks.hold(held);
  return own === null || await fortnoxLinks.letGo(own, { trouble: null }) === null ? "busy" : null;
}
