// Swedish words of the page about jobs that were given up.

/** Swedish; its shape is the shape of every language. */
export const jobsSv = {
  title: "Stannade jobb",
  lead:
    "Servern försökte flera gånger och gav upp. Försök igen när felet är rättat, eller ta bort det som inte ska göras.",
  asOf: (time: string) => `Läget ${time}`,
  caption: "Stannade jobb, äldst först",
  what: "Vad",
  since: "Stannade",
  attempts: "Försök",
  error: "Senaste felet",
  about: "Gäller",
  /** By the name of the kind; one without words is shown by its name alone. */
  kinds: {
    "veil-bookings": "Skydda bokningarna för någon",
    "restrict-bookings": "Dölj eller visa bokningarna för någon",
    "lapse-booking": "Släpp bilen när ingen har betalat",
    "settle-booking": "Gör upp en resas betalning",
    "give-back-lateness": "Ge tillbaka för en försenad bil",
    "expire-booking": "Låt bokningen förfalla",
    "publish-tariff-draft": "Publicera taxeutkastet",
    "send-alarm": "Skicka larm",
    "send-messages": "Skicka meddelanden",
    "remind-of-ride": "Påminna om resor",
    "erase-subject": "Radera uppgifter om någon",
    "send-compliance-report": "Mejla dataskyddsrapporten",
    "send-audit-checkpoint": "Mejla granskningsloggens huvud",
    "warn-of-breach": "Larma om en personuppgiftsincident",
    unreadable: "Rad som inte går att läsa",
  },
  unknownTime: "okänt när",
  times: (count: number) => count === 1 ? "1 gång" : `${count} gånger`,
  nothingKnown: "inget angivet",
  noError: "inget fel angivet",
  retry: "Försök igen",
  drop: "Ta bort",
  dropHint: "Jobbet görs då aldrig. Det går inte att ångra.",
  dropConfirm: "Ja, ta bort jobbet",
  more: (count: number) => `De ${count} äldsta visas. Det finns fler; de visas när dessa är borta.`,
  emptyTitle: "Allt är gjort",
  empty: "Inget jobb har stannat. Det som ska göras senare görs i sin tid.",
  outcome: {
    retried: "Jobbet försöks igen inom några sekunder. Stannar det igen kommer det tillbaka hit.",
    dropped: "Jobbet är borttaget.",
    already: "Det är redan gjort: jobbet finns inte kvar i listan.",
  },
};
