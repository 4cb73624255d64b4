// A driver whose identity is protected, as everybody else sees them: by the code on receipts, and without what says who it is.
import type { Driver } from "./vehicle.ts";

/** The mark a driver is known by. */
export function driverMark(id: string): string {
  return `driver/${id}`;
}

/** The driver as others see them; `veiled` are the ids of those who are protected. */
export function seenDriver(driver: Driver, veiled: ReadonlySet<string>): Driver {
  if (!veiled.has(driver.id)) return driver;
  return { ...driver, name: driver.driverCode, phone: "", licence: "", note: "" };
}
