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
  label: "Bilar för resan",
  reading: "Hämtar bilarna …",
  old: "Bilarna gick inte att hämta igen: listan kan vara gammal.",
  search: "Sök bil, skylt eller förare",
  noMatch: "Ingen bil, skylt eller förare passar det du skrev.",
  times: {
    kinds: { own: "den här resan", trip: "andra resor", out: "ur trafik" },
    own: (time: string) => `den här resan ${time}`,
    trip: (time: string) => `resa ${time}`,
    out: "ur trafik hela tiden",
    outFrom: (time: string) => `ur trafik från ${time}`,
    outUntil: (time: string) => `ur trafik till ${time}`,
    outIn: (time: string) => `ur trafik ${time}`,
  },
};
