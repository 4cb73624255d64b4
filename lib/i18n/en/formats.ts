// How times and numbers are written in English, as it is read in Sweden.
import type { Formats } from "../sv/formats.ts";

/** British English: 24-hour clock, the day before the month. */
export const formatsEn: Formats = {
  intl: "en-GB",
  clock: (time) => time,
  moment: (day, time) => `${day} at ${time}`,
};
