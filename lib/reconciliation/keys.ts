// The families of comparing with the provider's books. Such a comparison is kept as long as the books it checks.
import { instant, number, orNull, record, text, word } from "../kernel/shape.ts";
import { family } from "../kv/family.ts";
import { type Difference, DIFFERENCE_KINDS, type MoneySide } from "./difference.ts";
import { type DaySums, type ReconciledDay, STAGES, type ToldSums } from "./reconciled-day.ts";

/** How long, in milliseconds: through the seventh year after the one it is of. */
const KEPT_MS = 8 * 366 * 24 * 60 * 60_000;
const KEPT = { until: "expiry", atMostMs: KEPT_MS } as const;

const side = orNull(record<MoneySide>({ heldOre: number, takenOre: number, returnedOre: number }));

/** Families of this room. */
export const reconciliationKeys = {
  /** The days that were compared. */
  reconciledDay: family<[date: string], ReconciledDay>("reconciledDay", {
    privacy: "C1",
    subject: "nobody",
    kept: KEPT,
    endsMs: ({ date }) => Date.parse(date) + KEPT_MS,
    shape: record<ReconciledDay>({
      ...{ date: text, stage: word(STAGES), after: orNull(text) },
      ...{ beganAt: instant, movedAt: instant, turn: number, doneAt: orNull(instant) },
      ...{ lostEvents: number, compared: number },
      sums: record<DaySums>({
        ...{ takenOre: number, givenBackOre: number, disputedOre: number },
        ...{ feesOre: number, paidOutOre: number, swishOre: number },
      }),
      told: record<ToldSums>({ feesOre: number, cardPayoutOre: number, swishPayoutOre: number }),
      swishLeftOre: number,
    }),
  }),
  /** What was found to be different, and who settled it. */
  difference: family<[id: string], Difference>("difference", {
    privacy: "C2",
    subject: "operator",
    kept: KEPT,
    endsMs: ({ date }) => Date.parse(date) + KEPT_MS,
    sealed: {
      fields: ["note"],
      // What the company has to show of itself: the product's own key, which nobody's erasure destroys.
      subject: () => null,
      erased: { note: "" },
    },
    shape: record<Difference>({
      ...{ id: text, kind: word(DIFFERENCE_KINDS), date: text, foundAt: instant },
      ...{ providerId: orNull(text), paymentId: orNull(text), bookingId: orNull(text) },
      ...{ theirs: side, ours: side, note: text },
      ...{ settledAt: orNull(instant), settledBy: orNull(text) },
    }),
  }),
  /** By the day they were found for. */
  differenceByDay: family<[date: string, id: string], string>("differenceByDay", {
    privacy: "C1",
    subject: "nobody",
    kept: KEPT,
    endsMs: (_, [, date]) => Date.parse(String(date)) + KEPT_MS,
    shape: text,
  }),
  /** Those that stand. */
  openDifference: family<[id: string], string>("openDifference", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "done" },
    shape: text,
  }),
} as const;
