// The rooms of lib/, from the ground up, and which of those below each may name.

/** One room of `lib/`: which rooms below it may name, and whether the browser may load it. */
export interface Room {
  may: readonly string[];
  browser: boolean;
}

const GROUND = ["kernel", "errors"];
const STORED = [...GROUND, "kv"];
const TRIP = ["forms", "i18n", "places", "routing"];
const BUSINESS = [
  ...STORED,
  "veil",
  "resilience",
  "forms",
  "places",
  "routing",
  "fleet",
  "trip",
  "fees",
  "pricing",
];

/** The rooms from the ground up. A new room is one line here and one in `lib/assembly/services.ts`. */
export const ROOMS: Readonly<Record<string, Room>> = {
  kernel: { may: [], browser: true },
  errors: { may: ["kernel"], browser: true },
  i18n: { may: GROUND, browser: true },
  kv: { may: GROUND, browser: false },
  audit: { may: [...STORED], browser: false },
  trail: { may: GROUND, browser: true },
  resilience: { may: GROUND, browser: false },
  security: { may: [...STORED, "resilience"], browser: false },
  cache: { may: [...STORED, "resilience"], browser: false },
  "http-out": { may: [...GROUND, "resilience"], browser: true },
  mail: { may: [...GROUND, "resilience"], browser: false },
  edge: { may: [...STORED, "resilience"], browser: false },
  sms: { may: [...STORED, "resilience"], browser: false },
  health: { may: [...STORED, "resilience"], browser: true },
  incidents: { may: [...STORED, "trail"], browser: true },
  alarms: { may: [...STORED, "i18n", "resilience", "mail", "incidents"], browser: false },
  live: { may: GROUND, browser: false },
  backup: { may: [...STORED, "audit", "security"], browser: false },
  forms: { may: [...GROUND, "i18n"], browser: true },
  places: { may: [...STORED, "cache", "i18n", "resilience", "forms"], browser: true },
  routing: { may: [...GROUND, "resilience", "places"], browser: true },
  accounts: { may: [...STORED, "resilience", "security", "i18n", "forms"], browser: true },
  veil: { may: [...STORED, "security"], browser: true },
  fleet: { may: [...STORED, "veil", "security"], browser: true },
  tracking: { may: [...STORED, "cache", "places", "fleet"], browser: false },
  trip: { may: [...GROUND, ...TRIP], browser: true },
  fees: { may: [...STORED, "forms", "places", "fleet"], browser: true },
  pricing: { may: [...STORED, ...TRIP, "cache", "fleet", "trip", "fees"], browser: true },
  // Knows no booking: who pays for what is said by those above.
  payments: { may: [...STORED, "resilience", "i18n", "forms", "fleet"], browser: true },
  // Who rides are invoiced to; knows no booking but its id.
  invoicing: { may: [...STORED, "forms", "i18n", "accounts"], browser: true },
  booking: { may: [...BUSINESS, "payments", "security", "accounts"], browser: true },
  checkout: {
    may: [
      ...[...STORED, "accounts", "forms", "fleet", "pricing", "trip", "payments", "invoicing"],
      "booking",
    ],
    browser: true,
  },
  privacy: { may: [...BUSINESS, "i18n", "security", "accounts", "booking"], browser: true },
  webhooks: {
    may: [...BUSINESS, "http-out", "security", "mail", "incidents", "alarms", "booking"],
    browser: true,
  },
  ticket: { may: [...BUSINESS, "live", "booking"], browser: true },
  push: { may: [...BUSINESS, "http-out", "security", "booking"], browser: false },
  messages: {
    may: [...BUSINESS, "i18n", "mail", "sms", "push", "security", "accounts", "booking", "ticket"],
    browser: true,
  },
  bookkeeping: {
    may: [
      ...[
        ...BUSINESS,
        "i18n",
        "mail",
        "security",
        "accounts",
        "booking",
        "payments",
        "invoicing",
        "ticket",
        "messages",
      ],
    ],
    browser: true,
  },
  // Above payments, rides and books, which it holds against each other.
  reconciliation: {
    may: [
      ...[...BUSINESS, "incidents", "payments", "booking", "checkout", "bookkeeping"],
    ],
    browser: true,
  },
  settlement: {
    may: [...STORED, "i18n", "forms", "fleet", "payments", "bookkeeping"],
    browser: true,
  },
  fortnox: {
    may: [...STORED, "i18n", "resilience", "fleet", "bookkeeping"],
    browser: true,
  },
  detection: {
    may: [...STORED, "security", "incidents"],
    browser: true,
  },
  compliance: {
    may: [
      ...[...STORED, "i18n", "resilience", "mail", "forms", "security", "accounts", "incidents"],
      ...["fleet", "privacy"],
    ],
    browser: true,
  },
  retention: {
    may: [
      ...[...BUSINESS, "security", "incidents", "push", "accounts", "booking", "messages"],
      "compliance",
      "cache",
      "privacy",
      "payments",
      "bookkeeping",
      "webhooks",
    ],
    browser: true,
  },
  dispatch: { may: [...BUSINESS, "payments", "booking"], browser: true },
  setup: { may: [...BUSINESS, "booking"], browser: true },
  board: {
    may: [
      ...[...BUSINESS, "health", "trail", "incidents", "alarms", "live", "accounts", "booking"],
      ...[
        "payments",
        "checkout",
        "bookkeeping",
        "fortnox",
        "reconciliation",
        "settlement",
        "privacy",
      ],
      ...["dispatch", "setup", "messages", "webhooks"],
      ...["compliance", "detection", "retention", "audit", "security", "backup"],
      ...["cache", "edge", "tracking"],
    ],
    browser: true,
  },
  api: {
    may: [...BUSINESS, "trail", "sms", "push", "booking", "dispatch", "board"],
    browser: false,
  },
  assembly: {
    may: [
      "audit",
      "cache",
      ...[...BUSINESS, "live", "security", "accounts", "booking", "ticket", "dispatch", "setup"],
      "tracking",
      ...["checkout", "payments", "invoicing", "bookkeeping", "fortnox", "reconciliation"],
      "settlement",
      "privacy",
      ...["http-out", "mail", "sms", "push", "webhooks", "health", "trail", "incidents", "alarms"],
      ...["edge", "messages", "compliance", "detection", "retention", "board"],
    ],
    browser: false,
  },
  http: {
    may: [
      "audit",
      "cache",
      "edge",
      ...GROUND,
      "resilience",
      "security",
      "i18n",
      "forms",
      "accounts",
      "privacy",
      "assembly",
    ],
    browser: false,
  },
  ui: {
    may: [
      ...GROUND,
      ...TRIP,
      "accounts",
      "veil",
      "fleet",
      "trip",
      "fees",
      "pricing",
      "booking",
      "checkout",
      "payments",
      "invoicing",
      "privacy",
      "ticket",
      "dispatch",
      "setup",
      "health",
      "trail",
      "incidents",
      "alarms",
      "bookkeeping",
      "reconciliation",
      "settlement",
      "fortnox",
      "messages",
      "webhooks",
      "compliance",
      "audit",
      "retention",
      "detection",
      "cache",
      "board",
    ],
    browser: true,
  },
};
