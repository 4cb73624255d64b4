// How large a fleet may be.

/** Most vehicles; one list call reads a day of them. */
export const MAX_VEHICLES = 1_000;

/** Most drivers, and most permit holders: three shifts a vehicle. */
export const MAX_DRIVERS = 3 * MAX_VEHICLES;
