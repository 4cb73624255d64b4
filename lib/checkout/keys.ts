// The families of what people want to give back. Who gave what away, and why, is kept as long as the books.
import { instant, number, orNull, record, text, word } from "../kernel/shape.ts";
import { family } from "../kv/family.ts";
import { PROPOSAL_STATES, PROPOSED_REASONS, type RefundProposal } from "./refund-proposal.ts";

/** How long, in milliseconds: through the seventh year after the one it is of. */
const KEPT_MS = 8 * 366 * 24 * 60 * 60_000;

/** Families of this room. */
export const checkoutKeys = {
  refundProposal: family<[bookingId: string, id: string], RefundProposal>("refundProposal", {
    privacy: "C2",
    subject: "operator",
    kept: { until: "expiry", atMostMs: KEPT_MS },
    endsMs: ({ at }) => Date.parse(at) + KEPT_MS,
    sealed: {
      fields: ["note"],
      // What the company has to show of itself: the product's own key, which nobody's erasure destroys.
      subject: () => null,
      erased: { note: "" },
    },
    shape: record<RefundProposal>({
      ...{ id: text, bookingId: text, paymentId: text, amountOre: number, note: text, by: text },
      ...{ reason: word(PROPOSED_REASONS), at: instant, state: word(PROPOSAL_STATES) },
      ...{ decidedBy: orNull(text), decidedAt: orNull(instant) },
    }),
  }),
  /** The bookings of those that wait for a second person. */
  waitingProposal: family<[id: string], string>("waitingProposal", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "done" },
    shape: text,
  }),
} as const;
