// The id of a booking.

/** Id of a booking, a ULID. */
export type BookingId = string & { readonly __brand: "BookingId" };
