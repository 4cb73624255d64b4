// English words of the page about failures of the product.
import type { incidentsSv } from "../sv/incidents.ts";

/** English. */
export const incidentsEn: typeof incidentsSv = {
  title: "Errors",
  skip: "Skip to the errors",
  lead:
    "What went wrong in the system, with like failures counted together. When somebody reads out an error code, find it here.",
  reference: "Error code",
  find: "Search",
  missed: (code: string, days: number) =>
    `No error has the code ${code}. Codes are kept for ${days} days; check what was typed.`,
  total: "Errors of the last day",
  people: "People",
  caption: "Errors, the most serious first",
  what: "Error",
  where: "Where",
  nowhere: "unknown address",
  day: "Last day",
  trend: (lastDay: string, dayBefore: string) => `${lastDay} (${dayBefore} the day before)`,
  last: "Last",
  first: "First",
  count: "Count",
  at: "When",
  told: "Alarm",
  notTold: "no alarm",
  sources: "In the source code",
  references: "Error codes, the newest",
  oneOf: (reference: string) => `The error with the code ${reference}`,
  all: "All errors",
  shown: (shown: number, count: number) => `Showing ${shown} of ${count}.`,
  dropped: (count: string) =>
    `${count} errors were only counted: too many came at once since the server started.`,
  emptyTitle: "No errors",
  empty: (days: number) => `Nothing has gone wrong in the last ${days} days.`,
  severity: {
    low: "Low",
    medium: "Medium",
    high: "High",
    critical: "Critical",
  },
  category: {
    validation: "details that do not fit",
    authentication: "not signed in",
    authorization: "no access",
    "business-rule": "rule",
    "not-found": "does not exist",
    conflict: "conflict",
    "rate-limit": "too many tries",
    "external-service": "service outside",
    database: "database",
    network: "network",
    internal: "fault of ours",
  },
};
