// Operators in front of the page of cars, and trips for them to move.
import assert from "node:assert/strict";
import type { BrowserContextOptions, Locator, Page } from "npm:playwright-core@1.65.1";
import type { Booking } from "../../../lib/booking/booking.ts";
import { changeBooking } from "../../../lib/booking/change-booking.ts";
import type { VehicleId } from "../../../lib/fleet/vehicle.ts";
import { boardTexts } from "../../../lib/i18n/board-texts.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { aStoredBooking } from "../../support/trips.ts";
import { aVisitor, makeStage, type Stage, type Visitor } from "./stage.ts";

/** Who gives trips their cars here. */
export const ANDERS = { kind: "operator", id: null, name: "Anders" } as const;

/** A trip on the first car with its driver, and the next car, which is free. */
export interface DrivenTrip {
  booking: Booking;
  from: VehicleId;
  to: VehicleId;
}

/** The stage of a file about cars. */
export interface CarsStage {
  stage: Stage;
  aDrivenTrip(date: string, time?: string): Promise<DrivenTrip>;
  /** An operator who looks at the cars of a day, live where script runs; `query` as it stands in the address. */
  anOperator(date: string, options?: BrowserContextOptions, query?: string): Promise<Visitor>;
  stored(booking: Booking): Promise<Booking>;
}

/** Makes it. */
export function carsStage(): CarsStage {
  const stage = makeStage();
  return {
    stage,
    aDrivenTrip: (date, time = "08:30") => aDrivenTrip(stage, date, time),
    anOperator: (date, options = {}, query = "") => anOperator(stage, date, options, query),
    async stored({ id }) {
      const found = await stage.app.services.bookings.get(id);
      assert(found !== null);
      return found.booking;
    },
  };
}

/** The row of a car. */
export function row(page: Page, id: VehicleId): Locator {
  return page.locator(`.car[data-car="${id}"]`);
}

/** The bar of a trip. */
export function bar(page: Page, { id }: Booking): Locator {
  return page.locator(`.bar[data-trip="${id}"]`);
}

async function aDrivenTrip(stage: Stage, date: string, time: string): Promise<DrivenTrip> {
  const { services } = stage.app;
  const { booking } = await aStoredBooking(services, { wallTime: `${date}T${time}` });
  const from = booking.reservation.vehicleId;
  const vehicles = await services.fleet.vehicles();
  const to = vehicles[vehicles.findIndex(({ id }) => id === from) + 1]?.id;
  const driver = (await services.fleet.drivers()).find((one) => one.vehicleId === from);
  assert(to !== undefined && driver !== undefined);
  const command = { type: "assign", driverId: driver.id } as const;
  await changeBooking(services, {
    bookingId: booking.id,
    command,
    actor: ANDERS,
    expectedVersion: 1,
  });
  return { booking, from, to };
}

async function anOperator(
  stage: Stage,
  date: string,
  options: BrowserContextOptions,
  query: string,
): Promise<Visitor> {
  const visitor = await aVisitor(stage, options);
  const { page } = visitor;
  await page.goto(await stage.app.operatorLink("Karin"));
  await page.getByRole("button", { name: boardTexts("sv").access.enterButton }).click();
  await page.waitForURL(`**${paths.admin()}`);
  await page.goto(paths.adminCars({ date }) + query);
  if (options.javaScriptEnabled !== false) {
    await page.locator('.freshness[data-kind="live"]').waitFor();
  }
  return visitor;
}
