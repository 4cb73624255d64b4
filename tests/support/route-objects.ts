// What the addresses of routes name, for the matrix of routes: a thing of one's own, and one of somebody else.
import { beginFeeDraft } from "../../lib/fees/edit-fee-draft.ts";
import { manageLink } from "../../lib/booking/manage-link.ts";
import { bookingId } from "../../lib/booking/booking.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { createDataRequest } from "../../lib/privacy/create-data-request.ts";
import { issueEntryLink } from "../../lib/accounts/one-time-link.ts";
import { readRoomFeeds } from "../../lib/assembly/work.ts";
import { anAuditEntry } from "./audit-entries.ts";
import { aDifference } from "./differences.ts";
import { withPassword } from "./accounts.ts";
import { aLink, aPerson } from "./operator.ts";
import { aQuote, aStoredBooking } from "./trips.ts";

/** What a part of an address stands for. */
export interface RouteObject {
  /** There, and the caller's own; made anew for each request that may use it up. */
  own(): Promise<string> | string;
  /** Somebody else's, or nobody's. */
  foreign: string;
}

/** Personal data of the customer whose ticket is asked for; nobody but its owner and the day's staff may read it. */
export const CUSTOMER_CANARIES = {
  name: "Maja Kanariefågel",
  phone: "+46701239876",
  email: "maja@kanarie.example",
} as const;

/** From when the fees of a draft would hold. */
const FEE_DAY = "2027-01-01";

const NOBODY = "01KAQ0000000000000000000ZZ";

function same(own: string, foreign: string): RouteObject {
  return { own: () => own, foreign };
}

/** By the part before the parameter and the parameter. Of routes of links each has to be here. */
export async function routeObjects(
  services: Services,
): Promise<Readonly<Record<string, RouteObject>>> {
  await readRoomFeeds(services);
  const contact = { ...CUSTOMER_CANARIES };
  const { booking, link } = await aStoredBooking(services, { contact });
  await readRoomFeeds(services);
  const { messages: [message] } = await services.messages.newest(1, "");
  const { id: personId } = await aPerson(services, "Sam, dispatcher", "dispatcher");
  // The right id with the code of another: what somebody gets who changes the address of their own ticket.
  const other = await manageLink(services.linkKey, bookingId(NOBODY));
  const forged = `${link.slice(0, 26)}${other.slice(26)}`;
  const quote = async () => (await aQuote(services)).id;
  const { request } = await createDataRequest(services, {
    ...{ type: "access", locale: "sv", identity: "guest-code" },
    subject: { kind: "guest", reach: { kind: "phone", at: CUSTOMER_CANARIES.phone } },
  });
  await beginFeeDraft(services, { bookedFrom: FEE_DAY, by: NOBODY });
  const operators = {
    ":bookingId": same(booking.id, NOBODY),
    ":date": same((await aDifference(services)).date, "2020-01-01"),
    "differences/:id": same((await aDifference(services)).id, "unknown-charge-ch_0"),
    "audit/:id": same(await anAuditEntry(services, { personId, why: "" }), "999999"),
    "data-requests/:id": same(request.id, NOBODY),
    "drivers/:id": same("D01", "D99"),
    "drivers/:id/checks": same("D01", "D99"),
    "vehicles/:id": same("V01", "V99"),
    "vehicles/:vehicleId": same("V01", "V99"),
    "cars/:vehicleId": same("V01", "V99"),
    "permit-holders/:id": same("H1", "H99"),
    "places/:slug": same("ullevi", "nowhere"),
    "staff/:personId": same(personId, NOBODY),
    "tariff-drafts/:id": same(NOBODY, NOBODY),
    "tariff-reviews/:id": same(NOBODY, NOBODY),
    "tariffs/:version": same("none", "none"),
    "fee-rules/:id": same("2020-01-01", "none"),
    "fee-reviews/:id": same(FEE_DAY, "none"),
    "incidents/:fingerprint": same("0123456789abcdef", "0123456789abcdef"),
    "messages/:id": same(message?.id ?? "", NOBODY),
    "jobs/:jobId": same("01J", "01J"),
    "acts/:actId": same(NOBODY, NOBODY),
    ":action": same("depart", "fly"),
    "sheets/:kind": same("change", "fly"),
    ":kind": same("rates", "rates"),
    "settlements/:id": same("H1", "H99"),
    "payment-files/:id": same(NOBODY, NOBODY),
    ":item": same("standard", "standard"),
    // None is set in tests: whoever asks is told that there is no such way in.
    ":provider": same("google", "nobody"),
    ":unknown*": same("no/such", "no/such"),
  };
  return {
    ...operators,
    ":link": same(link, forged),
    "quotes/:id": { own: quote, foreign: NOBODY },
    ":quoteId": { own: quote, foreign: NOBODY },
    "recover/:token": { own: () => aRecovery(services), foreign: "A".repeat(43) },
    ":token": { own: () => aLink(services), foreign: "A".repeat(43) },
    ":act": same("password", "fly"),
  };
}

async function aRecovery(services: Services): Promise<string> {
  const { id } = await withPassword(services, "Lo", "customer");
  return await issueEntryLink(services, { personId: id, purpose: "recovery" });
}

/** The address of a route, with things of one's own or of others in the place of its parameters. */
export async function addressOf(
  pattern: string,
  objects: Readonly<Record<string, RouteObject>>,
  owner: "own" | "foreign",
): Promise<string> {
  const parts = pattern.split("/");
  const filled = await Promise.all(parts.map(async (part, i) => {
    if (!part.startsWith(":")) return part;
    const found = objectOf(objects, parts[i - 1] ?? "", part);
    if (found === undefined) return NOBODY;
    return owner === "own" ? await found.own() : found.foreign;
  }));
  return filled.join("/");
}

/** True when something stands for each parameter of a route; else its address leads to nothing, for whoever asks. */
export function isMade(
  pattern: string,
  objects: Readonly<Record<string, RouteObject>>,
): boolean {
  const parts = pattern.split("/");
  return parts.every((part, i) =>
    !part.startsWith(":") || objectOf(objects, parts[i - 1] ?? "", part) !== undefined
  );
}

function objectOf(
  objects: Readonly<Record<string, RouteObject>>,
  before: string,
  part: string,
): RouteObject | undefined {
  return objects[`${before}/${part}`] ?? objects[part];
}
