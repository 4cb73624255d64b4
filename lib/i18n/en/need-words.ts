// English: what needs a dispatcher, and the acts that end it.
import type { needWordsSv } from "../sv/need-words.ts";

/** Words of the strip on top of the day. */
export const needWordsEn: typeof needWordsSv = {
  "no-wheelchair-car": "no wheelchair car",
  jobs: "jobs",
  tomorrow: "tomorrow",
  about: (count, until) =>
    `${count === 1 ? "1 thing" : `${count} things`} until ${until}, and tomorrow`,
  others: (count) => `${count} more`,
  showMany: (count) => `Show ${count} trips`,
  changeCar: "Change car",
  assignCar: "Assign",
  jobsGivenUp: "given up after several tries",
  openJobs: "Open the jobs",
  withoutDriver: "trips without a driver",
  firstAt: (time) => `the first at ${time}`,
  openTomorrow: "Open tomorrow",
  keyHere: "here",
  keyNext: "next",
  keyDo: "do",
  assigned: (vehicle) => `Assigned ${vehicle}.`,
  notAssigned: "It could not be assigned. The trip is open; its state there is the latest.",
};
