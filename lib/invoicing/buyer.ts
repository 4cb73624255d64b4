// Who a ride is invoiced to. It is told with one booking, never read from a register: what was agreed then stands on the invoice.

/** Firms have a number and a reference, people neither: a sole trader is invoiced by name, for the firm's number is the person's. */
export const BUYER_KINDS = ["firm", "person"] as const;

/** One of them. */
export type BuyerKind = typeof BUYER_KINDS[number];

/** Who is invoiced, and where the invoice goes. */
export interface InvoiceBuyer {
  kind: BuyerKind;
  name: string;
  /** `556012-5790`; "" for a person. */
  organisationNumber: string;
  street: string;
  /** `411 06`. */
  postcode: string;
  city: string;
  /** What the buyer wants to find on it (er referens), "" for nothing. */
  reference: string;
  email: string;
  /** Where electronic invoices are taken, `0007:2120001355`; "" for nowhere but by the organisation number. */
  peppolId: string;
  /** One invoice a month for all rides. */
  isCollected: boolean;
}

/** The buyer of one booking as it is stored. */
export interface BookedBuyer {
  bookingId: string;
  /** Until when it may be needed, an instant; the invoice itself is kept with the books. */
  until: string;
  /** The same for every booking of the buyer. */
  mark: string;
  buyer: InvoiceBuyer;
}

/** What somebody is invoiced for: bookings that may not be paid yet, oldest first. */
export interface BuyerClaims {
  bookingIds: string[];
  /** When the newest was added, an instant. */
  changedAt: string;
}
