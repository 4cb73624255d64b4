// The services of this room: the live streams of open tickets.
import type { BookingServices } from "../booking/services.ts";
import type { KvServices } from "../kv/services.ts";
import { TicketStreams } from "./ticket-streams.ts";

/** What this room gives to those above it. */
export interface TicketServices {
  tickets: TicketStreams;
}

/** Composes the room's services. */
export function ticketServices(
  below: KvServices & BookingServices & { shutdown: AbortSignal },
): TicketServices {
  const { feed, bookings, shutdown } = below;
  return { tickets: new TicketStreams({ feed, bookings, shutdown }) };
}
