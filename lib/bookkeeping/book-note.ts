// What the books are told by who is no feed of bookings or payments: the provider's fees and payouts, invoices that were paid, tips, a
// day that is closed, a settlement. A row each, so that nothing is lost with a feed that was pruned.
import { feedKind } from "../kv/feed-row.ts";
import type { HolderId } from "../fleet/vehicle.ts";
import { instant, record, text } from "../kernel/shape.ts";
import { invariant, unreachable } from "../kernel/invariant.ts";
import type { PaymentMethod } from "../payments/payment-method.ts";
import { HOUSE } from "./legal-entity.ts";
import type { SaleId } from "./sale.ts";
import { balanced, type VoucherDraft, type VoucherEntry, type VoucherText } from "./voucher.ts";

/** Id of a note: a ULID, or which day of whom is closed. */
export type NoteId = string & { readonly __brand: "NoteId" };

/** What is told. */
export type NotedFact =
  /** What the provider kept on a day. */
  | { type: "provider-fee"; date: string; amountOre: number }
  /** What the provider paid to the bank. */
  | { type: "payout"; method: "card" | "swish"; amountOre: number }
  | { type: "invoice-paid"; bookingId: string; amountOre: number }
  /** What is left of an invoice is taken back. */
  | { type: "invoice-credited"; invoiceId: SaleId }
  /** Given with a payment for who drove. */
  | { type: "tip"; bookingId: string; holderId: HolderId; method: PaymentMethod; amountOre: number }
  /** Nothing is booked on this day and those before it any more. */
  | { type: "day-closed"; entityId: HolderId; date: string }
  | { type: "settled"; settlementId: string; holderId: HolderId; amounts: SettledAmounts };

/** What a settlement comes to, in öre. */
export interface SettledAmounts {
  /** What the company owed for the sales of the period, and for tips. */
  owedOre: number;
  tipsOre: number;
  /** Commission without VAT, and its VAT. */
  commissionOre: number;
  commissionVatOre: number;
  /** Other services without VAT, and their VAT. */
  deductionsOre: number;
  deductionsVatOre: number;
  /** What the holder pays back, which has no VAT. */
  repaidOre: number;
  /** What the company bought of the holder without VAT, and its VAT. */
  boughtOre: number;
  boughtVatOre: number;
  /** What is paid out; below zero what the holder still owes, which stands on the account. */
  paidOre: number;
}

/** One note as it is stored. */
export interface BookNote {
  id: NoteId;
  /** When it happened, instant in UTC. */
  at: string;
  fact: NotedFact;
  /** Whether it is booked. */
  isPosted: boolean;
  /** The day, local, whose fiscal year says how long it is kept: that it happened on, or the later one it is booked on. */
  keptFor: string;
}

/** What the feed tells of a note. */
export const bookNoted = feedKind<{ at: string; id: NoteId }>(
  "book-note",
  undefined,
  record<{ at: string; id: NoteId }>({ at: instant, id: text }),
);

/** Brands a string as NoteId. */
export function noteId(id: string): NoteId {
  return id as NoteId;
}

/** The id of the note that a day is closed: behind every ULID, so that books made anew close their days last. */
export function closingId({ entityId, date }: { entityId: HolderId; date: string }): NoteId {
  return noteId(`closed ${date} ${entityId}`);
}

/** The vouchers of a note; a day that is closed has none, and a credit note those of its sale. */
export function vouchersOfNote({ id, fact }: Pick<BookNote, "id" | "fact">): VoucherDraft[] {
  const inHouse = (voucherText: VoucherText, entries: VoucherEntry[]): VoucherDraft[] => [{
    ...{ entityId: HOUSE, series: "D", text: voucherText, entries: balanced(entries) },
    source: { kind: "note", id },
  }];
  switch (fact.type) {
    case "provider-fee":
      return inHouse("provider-fee", moved(fact.amountOre, 1580, 6570));
    case "payout":
      return inHouse("payout", moved(fact.amountOre, fact.method === "card" ? 1580 : 1584, 1930));
    case "invoice-paid":
      return inHouse("invoice-paid", moved(fact.amountOre, 1510, 1930));
    case "tip": {
      const { holderId, method, amountOre } = fact;
      const from = method === "invoice" ? 1510 : 2420;
      return method === "car" ? [] : inHouse("tip", [
        { account: from, amountOre },
        { account: 2821, amountOre: -amountOre, holderId },
      ]);
    }
    case "settled":
      return settled(id, fact);
    case "invoice-credited":
    case "day-closed":
      return [];
    default:
      return unreachable(fact);
  }
}

/** In the company's books what it owed becomes commission and money; in the holder's its claim becomes cost and money. */
function settled(
  id: string,
  { settlementId, holderId, amounts }: NotedFact & { type: "settled" },
): VoucherDraft[] {
  const { owedOre, tipsOre, commissionOre, commissionVatOre, boughtOre, boughtVatOre } = amounts;
  const { deductionsOre, deductionsVatOre, repaidOre, paidOre } = amounts;
  invariant(id !== "" && settlementId !== "", "A settlement has an id");
  const vatOre = commissionVatOre + deductionsVatOre;
  const restOre = owedOre + tipsOre + boughtOre + boughtVatOre - commissionOre - deductionsOre -
    repaidOre - vatOre - paidOre;
  const source = { kind: "settlement", id: settlementId } as const;
  const house = balanced([
    { account: 2890, amountOre: owedOre - restOre, holderId },
    { account: 2821, amountOre: tipsOre, holderId },
    { account: 3040, amountOre: -commissionOre - deductionsOre },
    { account: 2611, amountOre: -vatOre },
    { account: 1685, amountOre: -repaidOre, holderId },
    { account: 4600, amountOre: boughtOre },
    { account: 2641, amountOre: boughtVatOre },
    { account: 1930, amountOre: -paidOre },
  ]);
  const own = balanced([
    { account: 1930, amountOre: paidOre },
    { account: 6050, amountOre: commissionOre + deductionsOre },
    { account: 2641, amountOre: vatOre },
    { account: 2890, amountOre: repaidOre },
    { account: 2821, amountOre: -tipsOre },
    { account: boughtVatOre === 0 ? 3990 : 3011, amountOre: -boughtOre },
    { account: 2611, amountOre: -boughtVatOre },
    { account: 1685, amountOre: restOre - owedOre },
  ]);
  return [
    { entityId: HOUSE, series: "C", text: "settlement", entries: house, source },
    { entityId: holderId, series: "C", text: "settlement", entries: own, source },
  ];
}

function moved(
  amountOre: number,
  from: VoucherEntry["account"],
  to: VoucherEntry["account"],
): VoucherEntry[] {
  return [{ account: to, amountOre }, { account: from, amountOre: -amountOre }];
}
