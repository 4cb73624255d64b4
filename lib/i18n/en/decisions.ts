// English: what the product decides by itself, and how one was decided.
import type { decisionsSv } from "../sv/decisions.ts";

/** How it was decided. */
export const decisionsEn: typeof decisionsSv = {
  title: "How it was decided",
  link: "How it was decided",
  lead:
    "The system worked this out for your ride without a person deciding. None of it depends on who you are or what you have done before.",
  kinds: {
    price: "The price",
    vehicle: "Which car is kept",
    "cancellation-fee": "The fee when you cancelled",
    "no-show-fee": "The fee when nobody came",
    expiry: "That the ride is over",
    "held-bookings": "That no more bookings are taken",
    "booking-pace": "That bookings come too fast",
    "call-pace": "That somebody asks too fast",
    lapse: "That the car was let go",
  },
  price: ({ distance, time, lines, total }) =>
    `${distance} and ${time}. By the tariff: ${lines}. Together ${total}. Surcharges depend on the day and the time.`,
  vehicle: ({ name, time }) =>
    `A free car of the type ${name} is kept for ${time} and the time to get there and back. Which one follows from those that are free. A ride paid in the car gets one with a taximeter.`,
  cancellationFee: ({ before, free, part, total, fee }) =>
    `You cancelled ${before}. ${free}Then it costs ${part} when the ride costs ${total}. The fee was ${fee}.`,
  freeUntil: (time) => `It is free until ${time} before. `,
  before: (time) => `${time} before the car was due`,
  after: "after the car was due",
  noShowFee: ({ wait, part, total, fee }) =>
    `The driver waited at least ${wait} and nobody came. That costs ${part}, of ${total}: ${fee}.`,
  expiry: (after) =>
    `Nobody had driven the ride ${after} after it should have begun. It costs nothing.`,
  lapse: (after) =>
    `The ride was not paid ${after} after you booked it. Its car was let go. It costs nothing.`,
  when: (moment) => `Decided ${moment}.`,
  rule: (version) => `Version of the rule: ${version}.`,
  ask: "Have a person look at it",
  askLead:
    "One of us goes through what concerns you, can change it, and says why. You have an answer within the time the law gives.",
  which: "Which decision?",
  words: "What you want us to look at",
  optional: "if you like",
  send: "Ask for it",
  done:
    "We have it, and you will be told at the addresses of the booking. One of us gets in touch if we need to know that it is you.",
  about: ({ reference, what, moment }) => `Booking ${reference}: ${what}, ${moment}.`,
  elsewhere:
    "How a decision about a ride was made stands on its ticket. You can ask a person to look at it there.",
  listTitle: "What is decided without a person",
  listRule: "Rule",
  listRecord: "Recorded as",
  records: {
    confirmed: "booked",
    rescheduled: "moved",
    cancelled: "cancelled by the customer",
    "no-show": "nobody came",
    expired: "nobody drove",
    refused: "a row a day, in the file of one’s data",
    placed: "car held",
    secured: "payment done",
    "payment-changed": "paid in another way",
    lapsed: "not paid",
  },
};
