// Ways in by others, and what guests and drivers see of their own, as pages.
import { aProposal } from "../../support/proposals.ts";
import type { Difference } from "../../../lib/reconciliation/difference.ts";
import { aDifference } from "../../support/differences.ts";
import { aDataRequest } from "../../support/data-requests.ts";
import type { Page } from "npm:playwright-core@1.65.1";
import { UNKNOWN_ORIGIN } from "../../../lib/accounts/begin-session.ts";
import { addGuestProof } from "../../../lib/accounts/guest-proof.ts";
import type { ProvedIdentity } from "../../../lib/accounts/identity/identity.ts";
import { signInByIdentity } from "../../../lib/accounts/identity/sign-in-by-identity.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import { textsFor } from "../../../lib/i18n/texts.ts";
import type { Locale } from "../../../lib/kernel/locale.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { aSignedInDriver } from "../../support/drivers.ts";
import { aMessageFor } from "../../support/outbox.ts";
import { drive } from "../../support/driven-rides.ts";
import { readRoomFeeds } from "../../../lib/assembly/work.ts";
import { archiveDocuments } from "../../../lib/bookkeeping/documents/archive-documents.ts";
import { holderId } from "../../../lib/fleet/vehicle.ts";
import { storeProposal } from "../../support/settlements.ts";
import { aStoredBooking, MAJA } from "../../support/trips.ts";
import { dayFromNow } from "./trips.ts";
import type { ViewData } from "./view-data.ts";

/** What these views show: cookies of people, as `name=value`, and a message. */
export interface OwnViewData {
  driver: string;
  guest: string;
  /** Of who comes by a provider and has an account by that address. */
  pending: string;
  messageId: string;
  /** A request for one's own data that waits. */
  dataRequestId: string;
  /** A booking that was paid, of which somebody wants to give back. */
  paidBookingId: string;
  /** What the payment provider's books say otherwise. */
  difference: Difference;
  /** Of a ride that is over and paid. */
  drivenLink: string;
  /** Of one that waits for its money. */
  heldLink: string;
  /** Address of a settlement that waits for its approval. */
  settlement: string;
}

/** Makes it. */
export async function ownViewData(services: Services): Promise<OwnViewData> {
  const [driver] = await services.fleet.drivers();
  if (driver === undefined) throw new Error("The demo fleet has drivers");
  const guest = await addGuestProof(services, { kind: "phone", at: MAJA.phone });
  const proved: ProvedIdentity = {
    ...{ source: "google", subject: "g-1", name: "Anna Ek", factors: ["provider"] },
    ...{ address: "anna@avanti.example", isAddressVerified: true },
  };
  const answer = await signInByIdentity(
    services,
    { proved, way: { entity: null }, wantsLink: true, locale: "sv" },
    { device: null, origin: UNKNOWN_ORIGIN, formerSessionId: null },
  );
  if (answer.kind !== "pending") throw new Error(`The identity is ${answer.kind}`);
  return {
    driver: await aSignedInDriver(services, driver.id),
    guest: `avanti-guest=${guest}`,
    pending: `avanti-identity=${answer.token}`,
    messageId: await aMessageFor({ services }, "Elsa Lind"),
    paidBookingId: (await aProposal(services, "Bilen kom sent")).bookingId,
    difference: await aDifference(services),
    dataRequestId: (await aDataRequest(services, "Fel efternamn")).id,
    drivenLink: await aDrivenRide(services),
    heldLink: await aHeldRide(services),
    settlement: await storeProposal(services, { holderId: holderId("H2"), reason: "Radio" }),
  };
}

async function aDrivenRide(services: Services): Promise<string> {
  const { booking, link } = await aStoredBooking(services, { wallTime: `${dayFromNow(4)}T09:00` });
  await drive(services, booking.id);
  await readRoomFeeds(services);
  await archiveDocuments(services, { sales: await services.ledger.salesOf(booking.id) });
  return link;
}

async function aHeldRide(services: Services): Promise<string> {
  const wallTime = `${dayFromNow(4)}T15:00`;
  return (await aStoredBooking(services, { wallTime, method: "card" })).link;
}

type Opening = (page: Page, data: ViewData, locale: Locale) => Promise<unknown>;

/** Opens a page as somebody whose cookie the data have. */
function as(cookieOf: (own: OwnViewData) => string, path: string): Opening {
  return async (page, { own }, locale) => {
    await page.goto(`${paths.home()}?lang=${locale}`);
    const [name = "", value = ""] = cookieOf(own).split("=");
    await page.context().addCookies([{ name, value, url: page.url() }]);
    await page.goto(path);
  };
}

const BACK = `${paths.signInCallback("google")}?code=x&state=y`;
const WITH = "(account)/sign-in/with";
const RECEIPT = "bookings/[link]/receipt.tsx";
const DECISIONS = "bookings/[link]/decisions.tsx";

/** The pages. */
export const OWN_VIEWS = [
  {
    ...{ name: "a passkey that is none", route: "(account)/sign-in/passkey.tsx", status: 422 },
    async open(page: Page, _data: ViewData, locale: Locale) {
      await page.goto(paths.signIn());
      await page.locator("main form").first().evaluate((form: HTMLFormElement, action) => {
        form.action = action;
        form.submit();
      }, paths.signInPasskey());
      await page.getByText(textsFor(locale).fieldErrors.passkeyRefused).first().waitFor();
    },
  },
  {
    ...{ name: "where one works", route: `${WITH}/staff.tsx`, status: 200 },
    open: async (page: Page) => void await page.goto(paths.signInStaff()),
  },
  {
    ...{ name: "an issuer that is not there", route: `${WITH}/[provider]/index.tsx`, status: 503 },
    open: async (page: Page) => void await page.goto(paths.signInWith("entra")),
  },
  {
    name: "a sign-in elsewhere that is over",
    ...{ route: `${WITH}/[provider]/callback.tsx`, status: 410 },
    open: async (page: Page) => void await page.goto(BACK),
  },
  {
    ...{ name: "an identity to link", route: `${WITH}/link.tsx`, status: 200 },
    open: as(({ pending }) => pending, paths.signInLink()),
  },
  {
    ...{ name: "what a guest has booked", route: "bookings/mine.tsx", status: 200 },
    open: as(({ guest }) => guest, paths.myBookings()),
  },
  {
    ...{ name: "what is kept of a guest", route: "privacy/requests/index.tsx", status: 200 },
    open: as(({ guest }) => guest, paths.guestPrivacy()),
  },
  {
    ...{ name: "asking for a lost link", route: "bookings/send-link.tsx", status: 200 },
    open: async (page: Page) => void await page.goto(paths.sendTicketLink()),
  },
  {
    ...{ name: "a driver's day", route: "driver/index.tsx", status: 200 },
    open: as(({ driver }) => driver, paths.driver()),
  },
  {
    ...{ name: "the receipt of a ride", route: RECEIPT, status: 200 },
    open: async (page: Page, { own }: ViewData) =>
      void await page.goto(paths.bookingReceipt(own.drivenLink)),
  },
  {
    ...{ name: "a receipt that is not there yet", route: RECEIPT, status: 200 },
    open: async (page: Page, { link }: ViewData) =>
      void await page.goto(paths.bookingReceipt(link)),
  },
  {
    // Without a provider it offers the car alone; cards are in pay_browser_test.ts.
    ...{ name: "how a ride is to be paid", route: "bookings/[link]/pay.tsx", status: 200 },
    open: async (page: Page, { own }: ViewData) =>
      void await page.goto(paths.payBooking(own.heldLink)),
  },
  {
    ...{ name: "how a ride was decided", route: DECISIONS, status: 200 },
    open: async (page: Page, { link }: ViewData) =>
      void await page.goto(paths.bookingDecisions(link)),
  },
  {
    ...{ name: "a review that was asked for", route: DECISIONS, status: 200 },
    open: async (page: Page, { cancelledLink }: ViewData) =>
      void await page.goto(paths.bookingDecisions(cancelledLink, { done: "asked" })),
  },
];
