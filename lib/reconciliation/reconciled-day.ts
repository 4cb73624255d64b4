// A day as it was compared with the provider's books, and how far that has come.

/** What is gone through, in this order. */
export const STAGES = ["events", "charges", "movements", "taken", "standing", "done"] as const;

/** One of them. */
export type Stage = typeof STAGES[number];

/** What moved the provider's balance on a day, in öre, each above zero unless more came back than went. */
export interface DaySums {
  takenOre: number;
  givenBackOre: number;
  disputedOre: number;
  feesOre: number;
  paidOutOre: number;
  /** Of what came in less what went back, that of Swish. */
  swishOre: number;
}

/** What the books were told of a day: another run of it tells what is new. */
export interface ToldSums {
  feesOre: number;
  cardPayoutOre: number;
  swishPayoutOre: number;
}

/** One day. */
export interface ReconciledDay {
  /** The local day. */
  date: string;
  stage: Stage;
  /** Behind what the stage goes on; null: at its beginning. */
  after: string | null;
  beganAt: string;
  /** When it came on, or was taken up again, last. */
  movedAt: string;
  /** Which job has it in hand: one of an earlier turn stops. */
  turn: number;
  doneAt: string | null;
  /** Events that had been lost on their way to us. */
  lostEvents: number;
  /** Charges that were held against ours. */
  compared: number;
  sums: DaySums;
  told: ToldSums;
  /** Of Swish, what the provider still had at the end of the day. */
  swishLeftOre: number;
}

/** Nothing moved. */
export const NO_SUMS: DaySums = {
  ...{ takenOre: 0, givenBackOre: 0, disputedOre: 0, feesOre: 0, paidOutOre: 0, swishOre: 0 },
};

/** A day nobody has begun with. */
export function freshDay(date: string, beganAt: string): ReconciledDay {
  return {
    ...{ date, stage: "events", after: null, beganAt, movedAt: beganAt, turn: 0 },
    ...{ doneAt: null, lostEvents: 0, compared: 0 },
    sums: NO_SUMS,
    told: { feesOre: 0, cardPayoutOre: 0, swishPayoutOre: 0 },
    swishLeftOre: 0,
  };
}
