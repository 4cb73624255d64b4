// How times and numbers are written in Swedish.

/** What Intl does not know of a language as it is written in Sweden. */
export interface Formats {
  /** BCP 47 tag for Intl. */
  intl: string;
  /** A clock time as people write it, from `06:40`. */
  clock(time: string): string;
  /** A day and a time of it, both in words already. */
  moment(day: string, time: string): string;
}

/** Swedish writes the clock with a point: 06.40. */
export const formatsSv: Formats = {
  intl: "sv-SE",
  clock: (time) => time.replace(":", "."),
  moment: (day, time) => `${day} ${time}`,
};
