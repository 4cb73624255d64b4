// The money of a booking for who answers its customer: its payments, what went back and why, and the form that gives more back.
import type { PersonStore } from "../accounts/person-store.ts";
import type { OperatorSession } from "../accounts/session.ts";
import { type Booking, bookingIdIn } from "../booking/booking.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { type FeeEvidence, feeEvidence } from "../booking/fee-evidence.ts";
import type { LedgerStore } from "../bookkeeping/ledger-store.ts";
import type { Sale } from "../bookkeeping/sale.ts";
import { refundFault, type RefundPreview, refundPreview } from "../checkout/proposal-rules.ts";
import type { ProposalStore } from "../checkout/proposal-store.ts";
import {
  type ProposalFault,
  PROPOSED_REASONS,
  type ProposedReason,
  type RefundProposal,
} from "../checkout/refund-proposal.ts";
import { DomainError } from "../errors/domain-error.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import type { OutboxMessage, Topic } from "../messages/message.ts";
import type { MessageStore } from "../messages/message-store.ts";
import { type Payment, refundableOre } from "../payments/payment.ts";
import type { PaymentStore } from "../payments/payment-store.ts";
import { oreIn } from "./action-form.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";
import { type RefundLimitConfig, refundLimitOre } from "./refund-limit.ts";

/** What tells a customer that the car is there, or that it is over. */
const SAYS_WHERE: ReadonlySet<Topic> = new Set<Topic>([
  ...["on-the-way", "arrived", "no-show", "cancellation"] as const,
]);

/** What the page needs. */
export interface BookingMoneyDeps extends FramedDeps {
  bookings: Pick<BookingStore, "get" | "events">;
  messages: Pick<MessageStore, "ofBooking">;
  payments: Pick<PaymentStore, "ofBooking">;
  proposals: ProposalStore;
  ledger: Pick<LedgerStore, "salesOf">;
  people: Pick<PersonStore, "get">;
  randomBytes: RandomBytes;
  config: RefundLimitConfig;
}

/** What the form of a refund says. */
export interface RefundValues {
  /** A ULID: a form that is sent twice is one. */
  key: string;
  paymentId: string;
  /** Kronor, as they were typed. */
  amount: string;
  reason: ProposedReason;
  note: string;
}

/** A proposal with the names of who wanted and decided it; "" where nobody did, or nobody knows any more. */
export interface ProposalRow {
  proposal: RefundProposal;
  byName: string;
  decidedByName: string;
  isOwn: boolean;
}

/** The page. */
export interface BookingMoney extends Framed {
  booking: Pick<Booking, "id" | "reference" | "status"> & { totalOre: number };
  payments: readonly Payment[];
  proposals: readonly ProposalRow[];
  /** Its documents. */
  sales: readonly Sale[];
  /** What a fee stands on; null where there is none. */
  evidence: FeeEvidence | null;
  /** What the customer was told that the car had come or that it gave up. */
  told: readonly OutboxMessage[];
  seesBooks: boolean;
  mayGive: boolean;
  limitOre: number;
  values: RefundValues;
  preview: RefundPreview | null;
  fault: ProposalFault | null;
  /** What was just done; "" for nothing. */
  done: string;
}

/** Reads it. Throws DomainError("booking-not-found"). */
export async function loadBookingMoney(
  deps: BookingMoneyDeps,
  operator: OperatorSession,
  bookingId: string,
  more: Partial<Pick<BookingMoney, "values" | "preview" | "fault" | "done">> = {},
): Promise<BookingMoney> {
  const id = bookingIdIn(bookingId);
  const stored = id === null ? null : await deps.bookings.get(id);
  if (id === null || stored === null) throw new DomainError("booking-not-found");
  const [frame, events, messages, payments, proposals, sales] = await Promise.all([
    framed(deps, operator),
    deps.bookings.events(id),
    deps.messages.ofBooking(id),
    deps.payments.ofBooking(id),
    deps.proposals.ofBooking(id),
    deps.ledger.salesOf(id),
  ]);
  const { reference, status, trip: { totalOre } } = stored.booking;
  return {
    ...{ ...frame, booking: { id, reference, status, totalOre }, payments, sales },
    proposals: await Promise.all(proposals.map((one) => rowOf(deps, operator, one))),
    evidence: feeEvidence(stored.booking, events),
    told: messages.filter(({ topic }) => SAYS_WHERE.has(topic)),
    seesBooks: operator.rights.includes("see-books"),
    mayGive: operator.rights.includes("give-back"),
    limitOre: refundLimitOre(deps.config, operator),
    values: freshValues(deps, payments),
    ...{ preview: null, fault: null, done: "", ...more },
  };
}

/** What a form says. */
export function refundValues(fields: ReadonlyMap<string, string>): RefundValues {
  const asked = fields.get("reason");
  return {
    ...{ key: fields.get("key") ?? "", paymentId: fields.get("paymentId") ?? "" },
    ...{ amount: fields.get("amount") ?? "", note: fields.get("note") ?? "" },
    reason: PROPOSED_REASONS.find((reason) => reason === asked) ?? "goodwill",
  };
}

/** Looks at a refund before it is done: what follows from it, or why it cannot be. */
export async function lookAtRefund(
  deps: BookingMoneyDeps,
  operator: OperatorSession,
  { bookingId, values }: { bookingId: string; values: RefundValues },
): Promise<Pick<BookingMoney, "values" | "preview" | "fault">> {
  const [payments, before] = await Promise.all([
    deps.payments.ofBooking(bookingId),
    deps.proposals.ofBooking(bookingId),
  ]);
  const payment = payments.find(({ id }) => id === values.paymentId) ?? null;
  const amountOre = oreIn(values.amount) ?? 0;
  const fault = refundFault(payment, amountOre);
  if (payment === null || fault !== null) return { values, fault, preview: null };
  const wanted = { amountOre, reason: values.reason, by: operator.personId };
  const limitOre = refundLimitOre(deps.config, operator);
  return { values, fault: null, preview: refundPreview(payment, wanted, before, limitOre) };
}

/** The first payment something can go back of, and nothing typed yet. */
function freshValues({ clock, randomBytes }: BookingMoneyDeps, payments: readonly Payment[]) {
  const payment = payments.find((one) => one.status === "captured" && refundableOre(one) > 0);
  return {
    key: ulid(clock.now().epochMilliseconds, randomBytes),
    ...{ paymentId: payment?.id ?? "", amount: "", reason: "goodwill", note: "" } as const,
  };
}

async function rowOf(
  { people }: BookingMoneyDeps,
  operator: OperatorSession,
  proposal: RefundProposal,
): Promise<ProposalRow> {
  const nameOf = async (id: string | null) =>
    id === null ? "" : (await people.get(id))?.person.name ?? "";
  const [byName, decidedByName] = await Promise.all([
    nameOf(proposal.by),
    nameOf(proposal.decidedBy),
  ]);
  return { proposal, byName, decidedByName, isOwn: proposal.by === operator.personId };
}
