// A ticket as the customer sees it, beside the booking it is about.
import type { Page } from "npm:playwright-core@1.65.1";
import type { Booking } from "../../../lib/booking/booking.ts";
import { findBookingByLink } from "../../../lib/booking/find-booking.ts";
import type { Services } from "../../../lib/assembly/services.ts";

/** The booking whose ticket the page shows. */
export async function bookingOf(services: Services, page: Page): Promise<Booking> {
  const { booking } = await findBookingByLink(services, linkOf(page));
  return booking;
}

/** Last part of the ticket's address. */
export function linkOf(page: Page): string {
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

/** What stands beside `term` on the ticket. */
export async function onTicket(page: Page, term: string): Promise<string> {
  const pair = page.locator(".ticket-stub > div").filter({
    has: page.getByRole("term").getByText(term, { exact: true }),
  });
  return plain(await pair.getByRole("definition").innerText());
}

/** Text with plain spaces: amounts are written with spaces that do not break. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
