// Tests and benches ask faster, and book more for one number, than anybody does; those of the limits turn them on.

/** The environment of a product without limits on what one network asks for and one number holds. */
export const UNLIMITED = { AVANTI_LIMITS: "off", AVANTI_BOOKINGS_HELD: "off" } as const;
