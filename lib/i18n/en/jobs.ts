// English words of the page about jobs that were given up.
import type { jobsSv } from "../sv/jobs.ts";

/** English. */
export const jobsEn: typeof jobsSv = {
  title: "Stalled jobs",
  lead:
    "The server tried several times and gave up. Try again once the fault is mended, or remove what should not be done.",
  asOf: (time) => `As of ${time}`,
  caption: "Stalled jobs, oldest first",
  what: "What",
  since: "Stalled",
  attempts: "Tried",
  error: "Last error",
  about: "About",
  kinds: {
    "veil-bookings": "Protect the bookings of somebody",
    "restrict-bookings": "Hide or show the bookings of somebody",
    "lapse-booking": "Let the car go when nobody has paid",
    "settle-booking": "Settle the payment of a ride",
    "give-back-lateness": "Give back for a late car",
    "expire-booking": "Let the booking lapse",
    "publish-tariff-draft": "Publish the draft of a tariff",
    "send-alarm": "Send an alarm",
    "send-messages": "Send messages",
    "remind-of-ride": "Remind of rides",
    "erase-subject": "Erase what is stored about somebody",
    "send-compliance-report": "Mail the data protection report",
    "send-audit-checkpoint": "Mail the head of the audit log",
    "warn-of-breach": "Warn of a breach of personal data",
    unreadable: "Row that cannot be read",
  },
  unknownTime: "unknown when",
  times: (count) => count === 1 ? "once" : `${count} times`,
  nothingKnown: "nothing stated",
  noError: "no error stated",
  retry: "Try again",
  drop: "Remove",
  dropHint: "The job is then never done. This cannot be undone.",
  dropConfirm: "Yes, remove the job",
  more: (count) => `The ${count} oldest are shown. There are more; they show once these are gone.`,
  emptyTitle: "Everything is done",
  empty: "No job has stalled. What is due later is done in its time.",
  outcome: {
    retried: "The job is tried again within seconds. If it stalls again it comes back here.",
    dropped: "The job is removed.",
    already: "That is done already: the job is no longer in the list.",
  },
};
