// Swedish: what is changed of a booking, and what can be made of it, as the board says it.

/** Words of the history, the menu and the sheet around a change. */
export const changeWordsSv = {
  fields: {
    from: "Från",
    to: "Till",
    pickup: "Tid",
    passengers: "Resenärer",
    bags: "Väskor",
    wheelchairs: "Rullstolar",
    childSeats: "Barnstolar",
    pets: "Djur",
    extraLuggage: "Skrymmande",
    vehicleClass: "Fordon",
    name: "Namn",
    phone: "Telefon",
    email: "E-post",
    flightNumber: "Flyg",
    note: "Till föraren",
    totalOre: "Pris",
  },
  none: "inget",
  overlap: { first: "första gången", second: "andra gången" },
  becomes: "blir",
  links: {
    "split-into": (reference: string) => `Resten åker på ${reference}`,
    "split-from": (reference: string) => `Delad från ${reference}`,
    "copied-to": (reference: string) => `Bokad igen som ${reference}`,
    "copy-of": (reference: string) => `Samma resa som ${reference}`,
    "return-in": (reference: string) => `Återresan är ${reference}`,
    "return-of": (reference: string) => `Återresa till ${reference}`,
  },
  menu: {
    change: "Ändra",
    split: "Dela på två bilar",
    duplicate: "Boka samma resa igen",
    return: "Boka återresa",
    revive: "Återuppta",
  },
  more: "Mer",
  opening: "Öppnar …",
  close: "Stäng",
};
