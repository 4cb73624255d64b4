// Swedish words of the operators' page about tariffs.

/** Swedish; its shape is the shape of every language. */
export const tariffsSv = {
  title: "Taxor",
  skip: "Till taxorna",
  lead:
    "En taxa gäller från sin första dag. En publicerad taxa ändras aldrig; en ny tar vid från den dag du väljer.",
  caption: "Taxor, den senaste först",
  columns: { version: "Taxa", from: "Från", until: "Till", state: "Läge" },
  open: "tills vidare",
  states: { now: "gäller i dag", coming: "kommer", former: "har gällt" },
  next: "Nästa taxa",
  nextHint:
    "Belopp i kronor. Zoner, fasta priser och tillägg följer med från taxan den dagen; de ändras med filer.",
  fields: {
    validFrom: "Första dagen",
    validUntil: "Sista dagen",
    baseOre: "Grundavgift",
    perKmOre: "Per kilometer",
    perHourOre: "Per timme",
    minimumOre: "Lägsta pris",
    childSeatOre: "Bilbarnstol",
    petOre: "Husdjur",
    extraLuggageOre: "Extra bagage",
  },
  optional: "kan lämnas tomt",
  unsoldHint: "En fordonstyp utan belopp säljs inte.",
  simulate: "Räkna på senaste månaden",
  publish: "Publicera",
  published: "Taxan är publicerad. Nya priser räknas med den från dess första dag.",
  meanwhile: (version: string) =>
    `Någon annan har publicerat ${version} under tiden. Det du har skrivit står kvar; se på deras ändringar innan du publicerar igen.`,
  problems: "Något behöver ändras:",
  simulation: "Senaste månadens resor med den här taxan",
  count: (count: number) => count === 1 ? "1 resa" : `${count} resor`,
  none: "Inga resor att räkna på.",
  before: "Såldes för",
  after: "Skulle kosta",
  difference: "Skillnad",
  unsold: (count: number) =>
    count === 1 ? "1 resa skulle inte säljas." : `${count} resor skulle inte säljas.`,
  largest: "De största ändringarna",
  trip: "Resa",
  booking: "Bokning",
};
