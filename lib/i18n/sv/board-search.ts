// Swedish words of the search among bookings.

/** Swedish; its shape is the shape of every language. */
export const boardSearchSv = {
  label: "Sök bokning",
  placeholder: "Referens, namn, telefon, adress …",
  button: "Sök",
  clear: "Tillbaka till dagen",
  title: (query: string) => `Sökning: ${query}`,
  searching: "Söker …",
  found: (count: number) => count === 1 ? "1 bokning" : `${count} bokningar`,
  shown: (from: number, to: number, total: number) =>
    from === 1 ? `Visar ${to} av ${total} bokningar` : `Visar ${from}–${to} av ${total} bokningar`,
  more: "Visa fler",
  building: (percent: number) =>
    `Sökningen byggs upp: ${percent} % av tiden är med, de nyaste bokningarna först.`,
  none: (query: string) =>
    `Ingen bokning stämmer med ”${query}”. Sök på referens, namn, telefon, adress, bil, förare, flyg eller meddelande.`,
};

/** Words of the search. */
export type BoardSearchTexts = typeof boardSearchSv;
