// Swedish: the cars that are offered for a trip.

/** Words of the list in the pane. */
export const candidateWordsSv = {
  best: "Bäst",
  found: (count: number) => count === 1 ? "1 bil passar." : `${count} bilar föreslås.`,
  none: "Ingen bil passar just nu. Nedan står vad som hindrar.",
  failed: "Bilarna gick inte att hämta. Välj en förare i listan.",
  give: "Tilldela",
  unfit: (count: number) => `Passar inte (${count})`,
  override: "Tilldela ändå, med skäl",
  giveAnyway: (car: string) => `Tilldela ${car} ändå`,
  byHand: "Eller välj en förare",
};
