// What runs beside requests and what people are sent, each with the purpose it serves: by the purpose the table of limits
// says what becomes of it while somebody's data are restricted, or once they have objected. Whatever stops then asks the one
// port, and where it does so stands here. A job, a reader, a round or a message without a line fails
// tests/privacy/limited-work_test.ts.
import type { Topic } from "../../lib/messages/message.ts";
import type { PurposeName } from "../../lib/privacy/purposes.ts";

/** Work that reads no row of anybody. */
type Nobodys = "nobody's";

/** Jobs, by their kinds. */
export const JOB_PURPOSES: Readonly<Record<string, PurposeName | Nobodys>> = {
  "send-alarm": "faults",
  "publish-tariff-draft": "nobody's",
  "expire-booking": "rides",
  "lapse-booking": "rides",
  // Money is owed and given back whatever somebody restricts: the law asks for its books.
  "carry-out-payment": "bookkeeping",
  "settle-booking": "rides",
  "give-back-lateness": "bookkeeping",
  "send-messages": "messages",
  "remind-of-ride": "reminders",
  "archive-documents": "bookkeeping",
  "reconcile-day": "bookkeeping",
  "erase-subject": "rights",
  // Whoever is protected has asked for it themselves.
  "veil-bookings": "rights",
  "restrict-bookings": "rights",
  "cover-new-reach": "rights",
  "warn-of-breach": "breaches",
  "remind-of-papers": "fleet",
  "send-compliance-report": "nobody's",
  "send-audit-checkpoint": "nobody's",
};

/** Readers of the feed, by their names. */
export const READER_PURPOSES: Readonly<Record<string, PurposeName | Nobodys>> = {
  alarms: "faults",
  // Sums of a day, without a row of anybody behind them.
  "booking-counts": "rides",
  // The law wants it booked, whatever somebody wants stopped.
  bookkeeping: "bookkeeping",
  "late-rides": "bookkeeping",
  messages: "messages",
  "new-reach": "rights",
  // It hides what they were told of rides whose data are restricted.
  "restricted-rides": "rights",
  // It hands each ride that is over to its job above, which serves the same.
  "settling-rides": "rides",
  webhooks: "subscribers",
};

/** Rounds, by their names; those that only keep the machinery going read nobody's data. */
export const ROUND_PURPOSES: Readonly<Record<string, PurposeName | Nobodys>> = {
  "pruning the feed": "nobody's",
  "sending vouchers to Fortnox": "bookkeeping",
  "telling of rows nobody can read": "nobody's",
  "rotating key-encryption keys": "sealing",
  "appending to the audit log": "work-log",
  "summing up what concerns security": "abuse",
  "writing down refusals": "abuse",
  "writing checkpoints outside the database": "nobody's",
  "writing away failures": "faults",
  "telling of failures that are not written": "faults",
  "reading landmarks": "nobody's",
  "reading the fleet": "fleet",
  "reading outages": "fleet",
  "reading tariffs": "nobody's",
  "looking for days that cannot be sold": "nobody's",
  "counting quotes of earlier processes": "nobody's",
  "keeping the search index": "rides",
  "telling subscribers": "subscribers",
  // It erases what is over; what is restricted stays, and the run says so.
  "carrying out retention": "statistics",
  "looking after requests for data": "rights",
  "telling recipients": "rights",
  "beginning the report of the month": "nobody's",
  "beginning the checkpoint of the day": "nobody's",
  "beginning the reminder of papers": "fleet",
  "beginning the comparison of the day": "bookkeeping",
  "writing away what was noticed": "abuse",
  "keeping the days of boards": "rides",
};

/** What people are sent. */
export const TOPIC_PURPOSES: Readonly<Record<Topic, PurposeName>> = {
  confirmation: "messages",
  change: "messages",
  revival: "messages",
  cancellation: "messages",
  "no-show": "messages",
  driver: "messages",
  "on-the-way": "messages",
  arrived: "messages",
  reminder: "reminders",
  "ticket-link": "messages",
  receipt: "messages",
  "credit-note": "messages",
  invitation: "accounts",
  "sign-in-code": "accounts",
  recovery: "accounts",
  "verify-reach": "accounts",
  "already-registered": "accounts",
  "security-changed": "accounts",
  "protection-changed": "rights",
  "data-request": "rights",
};

/** Where what can be stopped asks whether it may go on: the file, of each purpose that a limit stops. */
export const ASKED_IN: Partial<Readonly<Record<PurposeName, readonly string[]>>> = {
  "own-places": ["lib/ui/customer/trip/own-place-offers.ts"],
  subscribers: ["lib/webhooks/tell-subscribers.ts"],
  statistics: ["lib/retention/make-statistics.ts"],
  reminders: ["lib/privacy/consent-store.ts"],
  // Programs ask by `securityManager`; the product itself does nothing for it.
  data_processing: ["lib/privacy/may-process.ts"],
};
