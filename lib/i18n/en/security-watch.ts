// English: what those who watch over security see.
import type { securityWatchSv } from "../sv/security-watch.ts";

/** The page of what was noticed. */
export const securityWatchEn: typeof securityWatchSv = {
  title: "Security",
  lead:
    "What was noticed of sign-ins, codes, links and reading. Networks and accounts are marks: the same mark is the same network, and cannot be read back.",
  findings: "Findings",
  none: "Nothing was found.",
  columns: { at: "When", what: "What", whom: "Who", count: "Count", wake: "Alarm" },
  since: (at: string) => `since ${at}`,
  ofThreshold: (count: string, threshold: string) => `${count} (from ${threshold})`,
  detector: {
    "credential-stuffing": "Many accounts tried from one network",
    "account-guessing": "One account tried again and again",
    "code-guessing": "Codes guessed",
    scraping: "Prices or tickets read by a program",
    enumeration: "Links tried one after another",
    "session-in-two-places": "One session in two places at once",
    "unusual-reading": "Unusually much read",
    "off-hours-export": "File taken out at night",
    "secret-probing": "Reports with made-up secrets",
  },
  identity: { network: "network", account: "account", person: "employee", session: "session" },
  byIdentity: "By whom it is about",
  times: "Findings",
  days: "Events by day",
  day: "Day",
  kinds: {
    "sign-in-try": "sign-in tries",
    "sign-in-right": "right",
    "code-try": "code tries",
    "limit-hit": "held up",
    refused: "refused",
    "secret-unknown": "unknown links",
    "staff-read": "read by staff",
    "staff-export": "files",
  },
};
