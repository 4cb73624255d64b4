// Swedish: what needs a dispatcher, and the acts that end it.

/** Words of the strip on top of the day. */
export const needWordsSv = {
  "no-wheelchair-car": "utan rullstolsbil",
  jobs: "jobb",
  tomorrow: "i morgon",
  about: (count: number, until: string) =>
    `${count === 1 ? "1 sak" : `${count} saker`} till ${until}, och i morgon`,
  others: (count: number) => `${count} till`,
  showMany: (count: number) => `Visa ${count} resor`,
  changeCar: "Byt bil",
  assignCar: "Tilldela",
  jobsGivenUp: "gavs upp efter flera försök",
  openJobs: "Öppna jobben",
  withoutDriver: "resor utan förare",
  firstAt: (time: string) => `den första ${time}`,
  openTomorrow: "Öppna i morgon",
  keyHere: "hit",
  keyNext: "nästa",
  keyDo: "gör",
  assigned: (vehicle: string) => `Tilldelad ${vehicle}.`,
  notAssigned: "Det gick inte att tilldela. Resan är öppnad; läget där är det senaste.",
};
