// Swedish: a customer's own rides.

/** My rides. */
export const ridesSv = {
  title: "Mina resor",
  guestTitle: "Dina bokningar",
  guestLead: (reach: string) => `Bokningar gjorda med ${reach}.`,
  guestAccount: "Skapa ett konto, så finns de kvar här.",
  upcoming: "Kommande",
  past: "Tidigare",
  none: "Du har inga resor än.",
  noneHere: "Inga bokningar är gjorda med den.",
  book: "Boka en resa",
  ticket: "Öppna biljetten",
  ticketOf: (moment: string) => `Öppna biljetten för resan ${moment}`,
  again: "Åk igen",
  againOf: (moment: string) => `Åk igen, samma resa som ${moment}`,
  older: "Äldre resor",
  takeOver: (count: number) =>
    count === 1
      ? "En bokning är gjord som gäst med din e-post eller ditt nummer."
      : `${count} bokningar är gjorda som gäst med din e-post eller ditt nummer.`,
  takeOverButton: "Lägg till bland mina resor",
  takenOver: "Bokningarna finns nu bland dina resor.",
  account: "Inloggning och säkerhet",
};
