// English words of alarms: what is sent, and what the page says of where it goes.
import type { alarmsSv } from "../sv/alarms.ts";

/** English. */
export const alarmsEn: typeof alarmsSv = {
  subject: (code) => `Avanti alarm: ${code}`,
  subjectOfMany: (count) => `Avanti alarm: ${count} failures`,
  trialSubject: "Avanti: trial alarm",
  trial: "This is a trial alarm. If it arrives, a real one does too.",
  what: (severity, code, category) => `${severity}: ${code} (${category}).`,
  where: (operation) => `Where: ${operation}.`,
  times: (count, last) => count === 1 ? `Once, ${last}.` : `${count} times, last ${last}.`,
  reference: (reference) => `Reference ${reference}.`,
  more: (count) => `… and ${count} more.`,
  title: "Alarms",
  lead: (seconds, minutes) =>
    `Critical failures raise an alarm here within ${seconds} seconds, the same one again after ${minutes} minutes at the earliest. A trial alarm shows that they arrive.`,
  noneLead:
    "No alarms are sent: neither a webhook, a mail address nor Sentry is set. The README has the settings.",
  caption: "Where alarms go",
  outlet: "By",
  to: "To",
  state: "State",
  accepted: "Last accepted",
  failed: "Last failed",
  never: "never",
  names: { webhook: "Webhook", mail: "Mail", sentry: "Sentry" },
  states: {
    closed: "in use",
    open: "left alone for a while after failures",
    "half-open": "being tried again",
  },
  faults: {
    unreachable: "could not be reached",
    slow: "did not answer in time",
    failing: "could not accept it",
    busy: "asked us to wait",
    unreadable: "answered something unexpected",
    refused: "did not accept what was sent",
    "left-alone": "is left alone after failures; try again in a moment",
  },
  waiting: (count) => `${count} waiting`,
  dropped: (count) => `${count} dropped since the server started`,
  tryButton: "Send a trial alarm",
  trialAccepted: (names) => `The trial alarm was accepted: ${names}.`,
  trialFailed: (names) => `The trial alarm did not arrive: ${names}.`,
};
