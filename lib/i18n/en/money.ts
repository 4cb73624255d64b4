// English: the comparison with the payment provider's books.
import type { moneySv } from "../sv/money.ts";

/** Its pages. */
export const moneyEn: typeof moneySv = {
  title: "Reconciliation",
  lead:
    "Every night the day is compared with the payment provider's books. What was lost on its way is put right by itself; what no computer can put right stands here until somebody has seen what it came from.",
  noProvider: "No payment provider is set up, so there is nothing to compare.",
  open: "Waiting for somebody",
  nothingOpen: "No differences are waiting.",
  days: "Days",
  noDays: "No day has been compared yet. The first is compared tonight.",
  dayColumns: {
    date: "Day",
    state: "State",
    compared: "Compared",
    lost: "Put right",
    taken: "Taken",
    paidOut: "Paid out",
  },
  stages: {
    events: "reading events",
    charges: "comparing payments",
    movements: "reading the balance",
    taken: "comparing the books",
    standing: "looking again",
    done: "done",
  },
  compare: "Compare a day again",
  compareLead:
    "For example when something was put right at the provider. Nothing is booked twice and no difference is written twice.",
  compareDate: "Day",
  compareButton: "Compare",
  faults: {
    "not-over": "The day is not over yet. It is compared tonight.",
    "under-way": "The day is being compared just now. Reload the page in a while.",
    "no-provider": "No payment provider is set up.",
    "no-day": "Write a day that exists.",
  },
  day: {
    title: (date) => `Reconciliation ${date}`,
    back: "To the reconciliation",
    sums: "At the provider on that day",
    sumNames: {
      takenOre: "Taken",
      givenBackOre: "Given back",
      disputedOre: "Disputed",
      feesOre: "The provider's fees",
      paidOutOre: "Paid out to the bank",
      swishOre: "Of which Swish, in less out",
    },
    lost: (count) => `Events that were lost and put right: ${count}`,
    differences: "Differences",
    none: "No differences. The provider and our books say the same, to the öre.",
    file: "Download the differences as CSV",
  },
  columns: { what: "What", theirs: "At the provider", ours: "With us", state: "State" },
  sides: { heldOre: "holds", takenOre: "took", returnedOre: "gave back" },
  nothing: "nothing",
  kinds: {
    "unknown-charge": "A payment no booking knows",
    "second-charge": "Charged twice",
    "taken-differs": "Different amounts were taken",
    "returned-differs": "Different amounts were given back",
    "missing-charge": "A payment the provider has not",
    "refund-failed": "A refund the bank refused",
    disputed: "Disputed at the bank",
    "dead-booking": "Money for a ride that is off",
    "not-booked": "The books say otherwise",
    "unknown-movement": "An unknown movement of the balance",
    "held-differs": "Another amount is held",
    "not-compared": "Could not be compared",
  },
  advice: {
    "unknown-charge":
      "See at the provider what it is. If it is not ours, refund it there, and the difference goes away tonight.",
    "second-charge":
      "The customer has paid twice. Refund one of them at the provider, and tell the customer.",
    "taken-differs":
      "See at the provider what was taken and when. Write what it came from, and put the books right by hand.",
    "returned-differs":
      "Somebody may have refunded at the provider directly. Write who and why, and put the books right by hand.",
    "missing-charge":
      "The provider knows nothing of a payment that is booked. Is it the right account there? Was a backup restored?",
    "refund-failed":
      "The bank did not take the money, often because the card is closed. Ask the customer for an account, and pay from there.",
    disputed:
      "The bank has taken the money back and decides in a while. Answer at the provider before its time is over, with the receipt and what the booking's page says of the ride.",
    "dead-booking":
      "The ride is not there or was cancelled, and the money still is. Refund it, or write why it is to stay.",
    "not-booked":
      "What was taken or given back is not booked so. Can a row not be read? Call support before the day is closed.",
    "unknown-movement":
      "The provider moved money in a way the books know nothing of. Book it by hand.",
    "held-differs":
      "The provider holds money on the customer's card that the payment knows nothing of. Cancel the hold there unless the ride is to be paid so.",
    "not-compared":
      "Comparing this one failed. See at the provider what it is. If it still stands tomorrow, call support.",
  },
  difference: {
    back: "To the reconciliation",
    found: (at) => `Found ${at}`,
    booking: "The booking",
    providerId: "At the provider",
    paymentId: "Payment",
    note: "What did it come from?",
    noteHint: "For example: a trial by the provider, refunded today. No personal identity numbers.",
    settle: "Settle",
    settled: (at, by) => by === "" ? `Settled ${at}` : `Settled ${at} by ${by}`,
    byItself: (at) => `Went away by itself ${at}`,
    stands: "waiting",
    faults: {
      settled: "It is settled already. How stands below.",
      "note-missing": "Write what it came from.",
      "note-long": "Write less.",
      "note-personal": "Take the personal identity number away.",
    },
  },
};
