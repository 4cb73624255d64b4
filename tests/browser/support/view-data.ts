// Quotes, bookings and links in the states the views show, made by the product's own use cases.
import { aPerson, useLink } from "../../support/operator.ts";
import { cancelBooking } from "../../../lib/booking/cancel-booking.ts";
import { changeBooking } from "../../../lib/booking/change-booking.ts";
import { quoteReschedule } from "../../../lib/booking/reschedule-booking.ts";
import type { CreatedBooking } from "../../../lib/booking/create-booking.ts";
import type { BookingId } from "../../../lib/booking/booking.ts";
import { manualClock } from "../../../lib/kernel/clock.ts";
import { DomainError } from "../../../lib/errors/domain-error.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import type { QuoteId } from "../../../lib/pricing/quote.ts";
import { HOME_ZONE, pickupTimeAt, readWallTime } from "../../../lib/kernel/wall-time.ts";
import { anAuditEntry } from "../../support/audit-entries.ts";
import { dropDeadJobs, someDeadJobs } from "../../support/dead-jobs.ts";
import { someIncidents } from "../../support/incidents.ts";
import type { ServedApp } from "../../support/served-app.ts";
import { aQuote, aStoredBooking } from "../../support/trips.ts";
import { aTariffDraft } from "../../support/tariff-drafts.ts";
import { type OwnViewData, ownViewData } from "./own-views.ts";
import { dayFromNow } from "./trips.ts";

/** More bookings than any class of the demo fleet has vehicles. */
const MAX_FILL = 50;
/** Days looked ahead for the night the clock springs forward: it comes once a year. */
const MAX_DAYS_TO_SPRING = 400;

/** What views show. */
export interface ViewData {
  quoteId: QuoteId;
  expiredQuoteId: QuoteId;
  usedQuoteId: QuoteId;
  /** A quote for a time when every wheelchair taxi is taken. */
  fullQuoteId: QuoteId;
  /** The price of a new time: no other booking can buy it. */
  moveQuoteId: QuoteId;
  /** Last parts of manage links. */
  link: string;
  soonLink: string;
  cancelledLink: string;
  bookingId: BookingId;
  /** A draft of a tariff like the one in force, but for one price. */
  draftId: string;
  /** Local dates: with bookings, without, and of the spring change. */
  day: string;
  emptyDay: string;
  gapNight: string;
  /** Fingerprint of a failure that somebody reads out. */
  incident: string;
  /** Index of an entry of the audit log that a checkpoint is signed for. */
  auditEntry: string;
  own: OwnViewData;
  /** Addresses that sign an operator in. */
  usedLink: string;
  newLink(): Promise<string>;
  /** One that signs the data protection officer in. */
  officerLink(): Promise<string>;
  /** Makes some jobs that were given up, or leaves none. */
  stallJobs(some: boolean): Promise<void>;
}

/** Makes everything the views show. */
export async function makeViewData(app: ServedApp): Promise<ViewData> {
  const { services } = app;
  const day = dayFromNow(3);
  const booked = await aStoredBooking(services, { wallTime: `${day}T09:00` });
  const cancelled = await aStoredBooking(services, { wallTime: `${day}T10:00` });
  await cancelBooking(services, { link: cancelled.link, reason: "", expectedFeeOre: 0 });
  const pickup = pickupTimeAt(
    Temporal.Instant.from(booked.booking.trip.pickup.instant).add({ hours: 2 }),
  );
  const move = await quoteReschedule(services, { link: booked.link, pickup });
  const hourAgo = atHoursAgo(services, 1);
  const quotes = [
    await aQuote(services, { wallTime: `${day}T15:00` }),
    await aQuote(hourAgo, { wallTime: `${day}T16:00` }),
    await aQuote(services, { wallTime: `${day}T17:00`, wheelchairs: 1 }),
  ] as const;
  await fillClass(services, `${day}T17:00`);
  const usedLink = await app.operatorLink("Karin");
  await useLink(services, usedLink.split("/").at(-1) ?? "");
  return {
    incident: await someIncidents(services),
    auditEntry: await anAuditEntry(services, { personId: "p1", why: "Kunden ringde" }),
    quoteId: quotes[0].id,
    expiredQuoteId: quotes[1].id,
    fullQuoteId: quotes[2].id,
    moveQuoteId: move.id,
    usedQuoteId: booked.booking.trip.quoteId,
    link: booked.link,
    soonLink: (await bookedForSoon(services)).link,
    cancelledLink: cancelled.link,
    bookingId: booked.booking.id,
    draftId: await aTariffDraft(services, "Vinter"),
    day,
    emptyDay: dayFromNow(30),
    gapNight: springNight(services),
    own: await ownViewData(services),
    usedLink,
    newLink: () => app.operatorLink("Karin"),
    officerLink: async () => {
      await aPerson(services, "Ines", "data-protection-officer");
      return await app.operatorLink("Ines");
    },
    stallJobs: async (some) => {
      await dropDeadJobs(services);
      if (some) await someDeadJobs(services);
    },
  };
}

/** The same services as they were some hours ago. */
export function atHoursAgo(services: Services, hours: number): Services {
  const past = services.clock.now().subtract({ hours });
  return { ...services, clock: manualClock(past.toString()) };
}

/** A ride in 40 minutes whose driver is on the way. */
async function bookedForSoon(services: Services): Promise<CreatedBooking> {
  const earlier = atHoursAgo(services, 3);
  const pickup = pickupTimeAt(services.clock.now().add({ minutes: 40 }));
  const quote = await aQuote(earlier, { pickup });
  const created = await aStoredBooking(earlier, { quote });
  const { id, reservation } = created.booking;
  const drivers = await services.fleet.drivers();
  const driver = drivers.find((one) => one.vehicleId === reservation.vehicleId);
  if (driver === undefined) throw new Error("Every demo vehicle has a driver");
  const desk = { kind: "operator", id: null, name: "Karin" } as const;
  const command = { type: "assign", driverId: driver.id } as const;
  await changeBooking(services, { bookingId: id, command, actor: desk, expectedVersion: 1 });
  const departed = { bookingId: id, command: { type: "depart" }, actor: desk } as const;
  await changeBooking(services, { ...departed, expectedVersion: 2 });
  return created;
}

/** Books every wheelchair taxi at a time. */
async function fillClass(services: Services, wallTime: string): Promise<void> {
  for (let count = 0; count < MAX_FILL; count++) {
    try {
      await aStoredBooking(services, { wallTime, vehicleClass: "wheelchair" });
    } catch (error) {
      if (error instanceof DomainError && error.code === "no-vehicle-free") return;
      throw error;
    }
  }
}

/** The next date on which 02:30 does not exist in Sweden. */
function springNight({ clock }: Services): string {
  let date = clock.now().toZonedDateTimeISO(HOME_ZONE).toPlainDate().add({ days: 1 });
  for (let days = 0; days < MAX_DAYS_TO_SPRING; days++, date = date.add({ days: 1 })) {
    if (readWallTime(`${date}T02:30`).kind === "gap") return date.toString();
  }
  throw new Error("No spring change within a year");
}
