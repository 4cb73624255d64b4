// Swedish: dated figures of the law that have to be seen to.

/** Said to operators. */
export const lawSv = {
  thresholdMissing: (year: number) =>
    `Gränsen för prisuppgift ${year} saknas. Den ska vara inlagd nu: säg till den som sköter systemet.`,
  thresholdExpected: (year: number) =>
    `Gränsen för prisuppgift ${year} är bara väntad. Prisbasbeloppet är bestämt nu: säg till den som sköter systemet.`,
};
