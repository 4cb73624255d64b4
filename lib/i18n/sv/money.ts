// Swedish: the comparison with the payment provider's books.

/** Its pages. */
export const moneySv = {
  title: "Avstämning",
  lead:
    "Varje natt jämförs dagen med betalleverantörens böcker. Det som gått förlorat på vägen rättas av sig självt; det som ingen dator kan rätta står här tills någon har sett vad det kom av.",
  noProvider: "Ingen betalleverantör är inställd, så det finns inget att jämföra.",
  open: "Väntar på någon",
  nothingOpen: "Inga skillnader väntar.",
  days: "Dagar",
  noDays: "Ingen dag är jämförd än. Den första jämförs i natt.",
  dayColumns: {
    date: "Dag",
    state: "Läge",
    compared: "Jämförda",
    lost: "Rättade",
    taken: "Tagit emot",
    paidOut: "Utbetalt",
  },
  stages: {
    events: "läser händelser",
    charges: "jämför betalningar",
    movements: "läser saldot",
    taken: "jämför böckerna",
    standing: "ser efter igen",
    done: "klar",
  },
  compare: "Jämför en dag igen",
  compareLead:
    "Till exempel när något har rättats hos leverantören. Inget bokförs två gånger och ingen skillnad skrivs två gånger.",
  compareDate: "Dag",
  compareButton: "Jämför",
  faults: {
    "not-over": "Dagen är inte slut än. Den jämförs i natt.",
    "under-way": "Dagen jämförs just nu. Ladda om sidan om en stund.",
    "no-provider": "Ingen betalleverantör är inställd.",
    "no-day": "Skriv en dag som finns.",
  },
  day: {
    title: (date: string) => `Avstämning ${date}`,
    back: "Till avstämningen",
    sums: "Hos leverantören den dagen",
    sumNames: {
      takenOre: "Tagit emot",
      givenBackOre: "Gett tillbaka",
      disputedOre: "Bestritt",
      feesOre: "Leverantörens avgifter",
      paidOutOre: "Utbetalt till banken",
      swishOre: "Varav Swish, in minus ut",
    },
    lost: (count: string) => `Händelser som gått förlorade och rättats: ${count}`,
    differences: "Skillnader",
    none: "Inga skillnader. Leverantören och våra böcker säger samma sak, på öret.",
    file: "Hämta skillnaderna som CSV",
  },
  columns: { what: "Vad", theirs: "Hos leverantören", ours: "Hos oss", state: "Läge" },
  sides: { heldOre: "håller", takenOre: "tog", returnedOre: "gav tillbaka" },
  nothing: "inget",
  kinds: {
    "unknown-charge": "Betalning som ingen bokning känner till",
    "second-charge": "Tagit betalt två gånger",
    "taken-differs": "Olika mycket är taget",
    "returned-differs": "Olika mycket är återbetalt",
    "missing-charge": "Betalning som leverantören saknar",
    "refund-failed": "Återbetalning som banken nekade",
    disputed: "Bestridd hos banken",
    "dead-booking": "Pengar för en resa som inte blir av",
    "not-booked": "Bokföringen säger något annat",
    "unknown-movement": "Okänd rörelse på saldot",
    "held-differs": "Reserverat belopp skiljer sig",
    "not-compared": "Kunde inte jämföras",
  },
  /** What whoever looks at it does about it. */
  advice: {
    "unknown-charge":
      "Se efter hos leverantören vad den är. Är den inte vår: återbetala den där, så försvinner skillnaden i natt.",
    "second-charge":
      "Kunden har betalt två gånger. Återbetala den ena hos leverantören, och hör av dig till kunden.",
    "taken-differs":
      "Se efter hos leverantören vad som togs och när. Skriv vad det kom av, och rätta i bokföringen för hand.",
    "returned-differs":
      "Någon kan ha återbetalat direkt hos leverantören. Skriv vem och varför, och rätta i bokföringen för hand.",
    "missing-charge":
      "Leverantören känner inte till en betalning som är bokförd. Är det rätt konto hos leverantören? Har en säkerhetskopia lästs in?",
    "refund-failed":
      "Banken tog inte emot pengarna, ofta för att kortet är spärrat. Fråga kunden om ett konto, och betala ut därifrån.",
    disputed:
      "Banken har tagit tillbaka pengarna och avgör om en tid. Svara hos leverantören innan tiden går ut, med kvittot och det som står om resan på bokningens sida.",
    "dead-booking":
      "Resan finns inte eller är avbokad, men pengarna är kvar. Återbetala dem, eller skriv varför de ska vara kvar.",
    "not-booked":
      "Det som togs eller återbetalades är inte bokfört så. Är en rad oläslig? Ring supporten innan dagen stängs.",
    "unknown-movement":
      "Leverantören flyttade pengar på ett sätt som bokföringen inte känner till. Bokför den för hand.",
    "held-differs":
      "Leverantören håller pengar på kundens kort som betalningen inte känner till. Häv reservationen hos leverantören om resan inte ska betalas så.",
    "not-compared":
      "Jämförelsen misslyckades med just den här. Se efter hos leverantören. Står den kvar i morgon: ring supporten.",
  },
  difference: {
    back: "Till avstämningen",
    found: (at: string) => `Hittad ${at}`,
    booking: "Bokningen",
    providerId: "Hos leverantören",
    paymentId: "Betalning",
    note: "Vad kom det av?",
    noteHint: "Till exempel: provköp av leverantören, återbetald i dag. Inga personnummer.",
    settle: "Avsluta",
    settled: (at: string, by: string) => by === "" ? `Avslutad ${at}` : `Avslutad ${at} av ${by}`,
    byItself: (at: string) => `Försvann av sig själv ${at}`,
    stands: "väntar",
    faults: {
      settled: "Den är redan avslutad. Nedan står hur.",
      "note-missing": "Skriv vad det kom av.",
      "note-long": "Skriv kortare.",
      "note-personal": "Ta bort personnumret.",
    },
  },
};
