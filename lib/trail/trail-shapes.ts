// What a name in a trail may look like: looked at in the browser before it is kept, and again by the server.

/** What the server said of an answer: route pattern, reference, error code, in this order; or nothing. */
export const TOLD_SHAPE = /^[\w:.*/ -]{0,90}$/;
/** A word of our own: a control's, an island's, the class of an error; or nothing. */
export const NAME_SHAPE = /^[a-z-]{0,30}$/i;
/** The name of a field of ours: `vehicleClass`. */
export const FIELD_SHAPE = /^[a-z][a-zA-Z-]{0,23}$/;
/** A route pattern: `/bookings/:link`. */
export const ROUTE_SHAPE = /^\/[A-Za-z:.*/-]{0,59}$/;
/** The reference of a request: `7F3K-22QD`. */
export const REFERENCE_SHAPE = /^([A-Z0-9]{4}-[A-Z0-9]{4})?$/;
/** An error code: `quote-expired`. */
export const CODE_SHAPE = /^([a-z]+(-[a-z]+){0,5})?$/;
/** A script of the build: `TimeField-QX5V2ABC.js`. */
export const SCRIPT_SHAPE = /^\w{1,40}-[A-Z0-9]{8}\.js$/;

/**
 * The family of an address, as much as may be said of one whose pattern the server did not name: `/quotes`; "" for
 * one of somebody else's, or of a family that is not spelled out here.
 */
export function familyOf(address: string, origin: string): string {
  const path = address.startsWith(origin) ? address.slice(origin.length) : "";
  return /^\/(api\/)?(admin|bookings|quotes|places|pins|$)/.exec(path)?.[0] ?? "";
}
