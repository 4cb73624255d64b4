// Swedish: what the product decides by itself, and how one was decided.

/** How it was decided. */
export const decisionsSv = {
  title: "Så här bestämdes det",
  link: "Så här bestämdes det",
  lead:
    "Det här räknade systemet ut för din resa utan att en människa bestämde. Inget av det beror på vem du är eller vad du har gjort förut.",
  kinds: {
    price: "Priset",
    vehicle: "Vilken bil som hålls",
    "cancellation-fee": "Avgiften när du avbokade",
    "no-show-fee": "Avgiften när ingen kom",
    expiry: "Att resan är över",
    "held-bookings": "Att fler bokningar inte tas emot",
    "booking-pace": "Att bokningar kommer för tätt",
    "call-pace": "Att någon frågar för tätt",
    lapse: "Att bilen släpptes",
  },
  price: (of: { distance: string; time: string; lines: string; total: string }) =>
    `${of.distance} och ${of.time}. Enligt taxan: ${of.lines}. Tillsammans ${of.total}. Tillägg beror på dag och klockslag.`,
  vehicle: (of: { name: string; time: string }) =>
    `En ledig bil av typen ${of.name} hålls i ${of.time} och tiden att ta sig dit och därifrån. Vilken det blir följer av vilka som är lediga. Betalas resan i bilen är det en med taxameter.`,
  cancellationFee: (
    of: { before: string; free: string; part: string; total: string; fee: string },
  ) =>
    `Du avbokade ${of.before}. ${of.free}Då kostar det ${of.part} när resan kostar ${of.total}. Avgiften blev ${of.fee}.`,
  freeUntil: (time: string) => `Det är fritt till ${time} innan. `,
  before: (time: string) => `${time} innan bilen skulle komma`,
  after: "efter att bilen skulle ha kommit",
  noShowFee: (of: { wait: string; part: string; total: string; fee: string }) =>
    `Föraren väntade minst ${of.wait} och ingen kom. Det kostar ${of.part}, av ${of.total}: ${of.fee}.`,
  expiry: (after: string) =>
    `Ingen hade kört resan ${after} efter att den skulle ha börjat. Den kostar inget.`,
  lapse: (after: string) =>
    `Resan var inte betald ${after} efter att du bokade den. Bilen släpptes. Det kostar inget.`,
  when: (moment: string) => `Bestämdes ${moment}.`,
  rule: (version: string) => `Regelns version: ${version}.`,
  ask: "Låt en människa se på det",
  askLead:
    "En av oss går igenom det som gäller dig, kan ändra det, och talar om varför. Du får svar senast inom den tid lagen säger.",
  which: "Vilket beslut?",
  words: "Vad du vill att vi ser på",
  optional: "om du vill",
  send: "Be om det",
  done:
    "Vi har tagit emot det, och du får besked på de adresser som finns i bokningen. En av oss hör av sig om vi behöver veta att det är du.",
  about: (of: { reference: string; what: string; moment: string }) =>
    `Bokning ${of.reference}: ${of.what}, ${of.moment}.`,
  elsewhere:
    "Hur ett beslut om en resa togs står på resans biljett. Där kan du också be en människa se på det.",
  listTitle: "Det som avgörs utan en människa",
  listRule: "Regel",
  listRecord: "Skrivs upp som",
  records: {
    confirmed: "bokad",
    rescheduled: "flyttad",
    cancelled: "avbokad av kunden",
    "no-show": "ingen kom",
    expired: "ingen körde",
    refused: "en rad om dagen, i filen med ens uppgifter",
    placed: "bil hålls",
    secured: "betalning klar",
    "payment-changed": "betalas på ett annat sätt",
    lapsed: "betalades inte",
  },
};
