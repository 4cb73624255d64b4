// Swedish: what operators are told of a part that is down, and customers while nothing can be booked.

/** Swedish; its shape is the shape of every language. */
export const downSv = {
  parts: {
    osrm: "Vägtjänsten svarar inte",
    geocoder: "Adresstjänsten svarar inte",
    "database-reads": "Databasen går inte att läsa",
    "database-writes": "Databasen tar inte emot något",
    "database-file": "Databasens fil är borta, utbytt eller avklippt",
    clock: "Serverns klocka stämmer inte",
  },
  /** Each part by its name, and how it is. */
  names: {
    osrm: "Vägtjänsten",
    geocoder: "Adresstjänsten",
    webhook: "Larm till webhook",
    smtp: "Mejlservern",
    sentry: "Sentry",
    sms: "SMS-tjänsten",
    provider: "Inloggning hos andra",
    subscriber: "Webhookar till andra",
    push: "Notiser",
    kms: "Nyckeltjänsten",
    edge: "Mellanlagret framför",
    stripe: "Kort och Swish",
    fortnox: "Fortnox",
    "database-reads": "Databasen, läsa",
    "database-writes": "Databasen, skriva",
    "database-file": "Databasens fil",
    clock: "Klockan",
    faults: "Fel som ingen fångade",
  },
  title: "Läget",
  caption: "Vad tjänsten står på",
  columns: { part: "Del", state: "Läge", since: "Sedan" },
  states: { pass: "bra", warn: "ersätts eller väntar", fail: "nere" },
  /** What stands in, or waits; "" where nothing does. */
  notes: {
    osrm: "Vägar räknas på vår egen karta. Priser som ges binder ändå.",
    geocoder: "Våra egna platser används, utan husnummer på landet.",
    "database-reads": "",
    "database-writes": "",
    "database-file": "Stoppa servern och lägg tillbaka en hel kopia.",
    clock: "Jobb väntar, så att inget förfaller i förtid.",
  },
  since: (what: string, time: string) => `${what} sedan ${time}.`,
  refused: (errands: string) => `Går inte: ${errands}.`,
  works: (errands: string) => `Fungerar: ${errands}.`,
  allWorks: "Allt går att göra.",
  errands: {
    "find-place": "hitta plats",
    price: "ge pris",
    book: "boka",
    ticket: "visa biljetter",
    change: "ändra resor",
    cancel: "avboka",
    board: "visa dagen",
    order: "ta beställningar",
    assign: "tilldela",
    undo: "ångra",
    setup: "ändra taxor och register",
  },
  /** For customers. */
  noBookings:
    "Just nu kan vi inte ta emot nya bokningar på nätet. Redan bokade resor påverkas inte. Försök igen om en stund, eller ring oss.",
  ownMap: "Vägen är räknad på vår egen karta just nu. Priset gäller ändå.",
};

/** Words of what is down, in any language. */
export type DownTexts = typeof downSv;
