// What customers, drivers and operators do most, each as the product does it, over services that have warmed up.
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { quoteReschedule, rescheduleBooking } from "../../lib/booking/reschedule-booking.ts";
import { driverDay } from "../../lib/dispatch/driver-day.ts";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { tripsToMove } from "../../lib/dispatch/vehicle-outage.ts";
import { addCounts, Counts } from "../../lib/kv/counters.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { MessageDraft } from "../../lib/messages/message-draft.ts";
import { reachesOf, tellTicketLinks } from "../../lib/messages/tell-ticket-link.ts";
import { readWallTime } from "../../lib/kernel/wall-time.ts";
import { aLink, anOperator, type TestProduct, useLink } from "./operator.ts";
import { aQuote, aStoredBooking, MAJA } from "./trips.ts";

/** One of them, made ready: what is counted is `act` alone. */
export interface UseCase {
  name: string;
  prepare(product: TestProduct): Promise<() => Promise<unknown>>;
}

const DAY = "2026-11-24";
const SARA = { kind: "operator", id: null, name: "Sara" } as const;

function useCase(name: string, prepare: UseCase["prepare"]): UseCase {
  return { name, prepare };
}

function page(name: string, path: (product: TestProduct) => Promise<string>): UseCase {
  return useCase(name, async (product) => {
    const { cookie } = await anOperator(product.services);
    const address = product.origin + await path(product);
    const get = async () => {
      const response = await fetch(address, { headers: { cookie }, redirect: "manual" });
      await response.text();
      if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
    };
    await get();
    return get;
  });
}

/** All of them. */
export const USE_CASES: readonly UseCase[] = [...ofCustomers(), ...ofStaff()];

function ofCustomers(): UseCase[] {
  return [
    useCase("price", ({ services }) => Promise.resolve(() => aQuote(services))),
    useCase("book", async ({ services }) => {
      const quote = await aQuote(services);
      return () => aStoredBooking(services, { quote });
    }),
    useCase("cancel", async ({ services }) => {
      const { link } = await aStoredBooking(services);
      return () => cancelBooking(services, { link, reason: "", expectedFeeOre: 0 });
    }),
    useCase("reschedule", async ({ services }) => {
      const { link } = await aStoredBooking(services);
      const reading = readWallTime(`${DAY}T15:00`, "earlier");
      if (reading.kind !== "one") throw new Error("no such time");
      const quote = await quoteReschedule(services, { link, pickup: reading.pickup });
      return () => rescheduleBooking(services, { link, quoteId: quote.id });
    }),
    page("ticket page", async ({ services }) => {
      const { link } = await aStoredBooking(services);
      return `/bookings/${link}`;
    }),
    page("my rides", () => Promise.resolve("/account/rides")),
    page("privacy page", () => Promise.resolve("/account/privacy")),
  ];
}

function ofStaff(): UseCase[] {
  return [
    useCase("sign-in by a link", async ({ services }) => {
      const token = await aLink(services);
      return () => useLink(services, token);
    }),
    useCase("session check", async ({ services }) => {
      const answer = await useLink(services, await aLink(services));
      if (!answer.ok) throw new Error(answer.reason);
      return () => services.sessions.use(answer.begun.secret);
    }),
    page("board, first window", () => Promise.resolve(`/admin?date=${DAY}`)),
    page("messages page", () => Promise.resolve("/admin/messages")),
    useCase("assign", async (product) => (await given(product)).assign),
    useCase("step of a ride", async (product) => {
      const { assign, booking } = await given(product);
      await assign();
      return () =>
        changeBooking(product.services, {
          ...{ bookingId: booking.id, command: { type: "depart" }, actor: SARA },
          expectedVersion: 2,
        });
    }),
    useCase("trips of a car that stands still", async ({ services }) => {
      const { vehicleId } = await threeRidesOfOneCar(services);
      const day = { startMs: Date.parse(`${DAY}T00:00Z`), endMs: Date.parse(`${DAY}T23:59Z`) };
      return () => tripsToMove(services, vehicleId, day);
    }),
    useCase("links of rides to whoever lost them", async ({ services }) => {
      const { db, reachKey } = services;
      const draft = new MessageDraft(services);
      for (const wallTime of [`${DAY}T09:00`, `${DAY}T13:00`, `${DAY}T17:00`]) {
        const { booking } = await aStoredBooking(services, { wallTime });
        for (const reach of await reachesOf({ reachKey }, booking)) draft.setReach(reach);
      }
      const tx = new Transaction(db);
      draft.addTo(tx);
      await tx.commit();
      const mark = await reachMark(reachKey, "phone", MAJA.phone);
      const wish = { id: "01KAMZ8N00AVANT1TESTQ0TE09", at: "2026-11-23T05:00:00Z", mark };
      const deps = { ...services, channels: [] };
      return () => tellTicketLinks(deps, new MessageDraft(services), { ...wish, locale: "sv" });
    }),
    useCase("counts of the feed", ({ services: { db } }) => {
      const counts = new Counts();
      for (let i = 0; i < 9; i++) counts.add(`rides ${i}`, DAY);
      return Promise.resolve(() => addCounts(db, new Transaction(db), counts));
    }),
    useCase("driver's day", async (product) => {
      const { assign, driver } = await given(product);
      await assign();
      const look = () => driverDay(product.services, driver.id, DAY);
      await look();
      return look;
    }),
  ];
}

/** On a day of its own: of the demo's cars the same one drives all three. */
async function threeRidesOfOneCar(services: TestProduct["services"]) {
  for (const hour of ["08", "12", "16"]) {
    const wallTime = `${DAY}T${hour}:00`;
    await aStoredBooking(services, { wallTime, vehicleClass: "premium" });
  }
  const { booking } = await aStoredBooking(services, {
    wallTime: `${DAY}T20:00`,
    vehicleClass: "premium",
  });
  return booking.reservation;
}

async function given({ services }: TestProduct) {
  const { booking } = await aStoredBooking(services, { wallTime: `${DAY}T10:00` });
  const drivers = await services.fleet.drivers();
  const driver = drivers.find(({ vehicleId }) => vehicleId === booking.reservation.vehicleId);
  if (driver === undefined) throw new Error("nobody drives that car");
  const command = { type: "assign", driverId: driver.id } as const;
  const change = { bookingId: booking.id, command, actor: SARA, expectedVersion: 1 };
  return { booking, driver, assign: () => changeBooking(services, change) };
}
