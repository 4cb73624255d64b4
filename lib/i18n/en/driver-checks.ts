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
};
