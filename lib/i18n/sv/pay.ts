// Swedish: the page that asks how a ride is paid, and for the money.

/** The payment page. */
export const paySv = {
  title: "Boka och betala",
  back: "Tillbaka till resan",
  question: "Hur vill du betala?",
  methods: {
    card: { name: "Kort", text: "Dras efter resan" },
    swish: { name: "Swish", text: "Betalas nu, tillbaka om du avbokar i tid" },
    invoice: { name: "Faktura", text: "Till en person eller ett företag" },
    car: { name: "Betala i bilen", text: "Med kort eller Swish, samma pris" },
  },
  fieldsOfStripe: "Fälten kommer från Stripe. Vi ser aldrig ditt kortnummer.",
  pageOfStripe: "Kortet skriver du på Stripes sida. Vi ser aldrig ditt kortnummer.",
  loading: "Hämtar kortfälten",
  steps: "Vad händer med pengarna?",
  now: {
    card: (price: string) => `Nu: ${price} reserveras på kortet`,
    saved: "Nu: kortet sparas",
    swish: (price: string) => `Nu: ${price} betalas med Swish`,
    car: "Nu: resan är bokad",
  },
  nowText: {
    card: "Inget dras. Banken kan be dig godkänna med BankID.",
    saved: (moment: string) => `Inget dras. Priset reserveras ${moment}.`,
    swish: "Du godkänner i Swish.",
    car: "Inget reserveras.",
  },
  free: (moment: string) => `Till ${moment}: avboka gratis`,
  freeText: {
    card: "Reservationen släpps, oftast samma dag.",
    swish: "Pengarna kommer tillbaka, oftast samma dag.",
    car: "Du betalar inget.",
  },
  late: (time: string, fee: string) => `Efter ${time}: avbokning kostar ${fee}`,
  lateNow: (fee: string) => `Avbokning kostar ${fee}`,
  lateText: {
    card: "Resten släpps.",
    swish: "Resten kommer tillbaka.",
    car: "Vi skickar en faktura på avgiften.",
  },
  after: {
    card: (price: string) => `Efter resan: ${price} dras`,
    swish: () => "Efter resan: inget mer dras",
    car: (price: string) => `I bilen: du betalar ${price}`,
  },
  afterText: {
    card: "Aldrig mer än så. Kvittot kommer efter resan.",
    swish: "Kvittot kommer efter resan.",
    car: "Med kort eller Swish. Föraren ger dig kvittot.",
  },
  noWithdrawal: "Resor har ingen ångerrätt enligt lag.",
  bookAndPay: "Boka och betala",
  book: "Boka resan",
  busy: "Betalar",
  heldUntil: (time: string) => `Bilen hålls till ${time}`,
  declined:
    "Banken sade nej. Inget är draget och resan är inte bokad än. Prova igen eller välj ett annat sätt.",
  notFinished:
    "Betalningen blev inte klar. Inget är draget och resan är inte bokad än. Prova igen eller välj ett annat sätt.",
  down:
    "Det går inte att betala med kort just nu. Välj att betala i bilen, eller prova om en stund.",
  /** Of a ride that is booked, and some of whose money is missing. */
  booked: {
    title: "Betala resan",
    due: (amount: string) => `Resan är bokad. ${amount} är inte betalt än.`,
    declined: "Banken sade nej. Resan är bokad. Prova igen eller välj ett annat sätt.",
    notFinished:
      "Betalningen blev inte klar. Resan är bokad. Prova igen eller välj ett annat sätt.",
    pay: "Betala",
    later: "Betala i bilen",
  },
  toPay: "Betala och boka",
  onNextPage: "På nästa sida väljer du hur du betalar.",
  toPayment: "Till betalningen",
  what: (reference: string) => `Taxiresa, bokningskod ${reference}`,
};
