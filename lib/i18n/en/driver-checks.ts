// English: which papers of a driver somebody has looked at.
import type { driverChecksSv } from "../sv/driver-checks.ts";

/** Papers that were looked at. */
export const driverChecksEn: typeof driverChecksSv = {
  title: (name) => `Checks of ${name}`,
  link: "Checks",
  back: "To the driver",
  lead:
    "This says that somebody has looked, when and who. The extract or certificate itself, or anything from it, is never stored and cannot be written here.",
  kinds: {
    "criminal-record": "Criminal records",
    "taxi-licence": "Taxi driver licence",
    health: "Medical certificate",
  },
  states: {
    missing: "Not checked",
    good: "Checked",
    ending: "Runs out soon",
    over: "Has run out",
  },
  kind: "What was shown",
  checkedOn: "Checked on",
  goodUntil: "Good until",
  save: "Save the check",
  done: "Checks that were made",
  none: "No check has been made.",
  row: (kind, on, until) => `${kind}: ${on}, good until ${until}.`,
  problems: {
    kind: "Choose what was shown.",
    checkedOn: "Write the day of the check: today or earlier.",
    goodUntil: "Write the day it is good until: today or later, no longer than a licence is good.",
  },
  due: "Checks that run out or have run out:",
  mail: {
    subject: (count: number) => count === 1 ? "A paper runs out" : `${count} papers run out`,
    lead: "These checks of drivers run out. Look at new papers and write the day down.",
    line: (name: string, kind: string, until: string, left: number) =>
      `${name}: ${kind}, good until ${until} (${
        left === 0 ? "the last day" : left === 1 ? "1 day left" : `${left} days left`
      })`,
  },
};
