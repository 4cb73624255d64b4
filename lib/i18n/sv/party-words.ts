// Swedish: what a party brings, as operators read it.

/** Counts in a few words. */
export const partyWordsSv = {
  bags: (count: number) => count === 1 ? "1 väska" : `${count} väskor`,
  childSeats: (count: number) => count === 1 ? "1 barnstol" : `${count} barnstolar`,
  pets: (count: number) => `${count} djur`,
  wheelchairs: (count: number, companions: number) =>
    `${count} i rullstol, ${companions} medföljande`,
  extraLuggage: (count: number) => `${count} skrymmande kolli`,
};
