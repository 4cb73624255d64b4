// Swedish words of alarms: what is sent, and what the page says of where it goes.

/** Swedish; its shape is the shape of every language. */
export const alarmsSv = {
  subject: (code: string) => `Avanti larmar: ${code}`,
  subjectOfMany: (count: string) => `Avanti larmar: ${count} fel`,
  trialSubject: "Avanti: provlarm",
  trial: "Det här är ett provlarm. Kommer det fram gör ett riktigt larm det också.",
  what: (severity: string, code: string, category: string) => `${severity}: ${code} (${category}).`,
  where: (operation: string) => `Var: ${operation}.`,
  times: (count: number, last: string) =>
    count === 1 ? `En gång, ${last}.` : `${count} gånger, senast ${last}.`,
  reference: (reference: string) => `Felkod ${reference}.`,
  more: (count: string) => `… och ${count} fel till.`,
  title: "Larm",
  lead: (seconds: number, minutes: number) =>
    `Kritiska fel larmar hit inom ${seconds} sekunder, samma fel igen efter tidigast ${minutes} minuter. Ett provlarm visar att det kommer fram.`,
  noneLead:
    "Inga larm skickas: varken webhook, e-post eller Sentry är inställd. Inställningarna står i README.",
  caption: "Vart larm går",
  outlet: "Väg",
  to: "Till",
  state: "Läge",
  accepted: "Togs senast emot",
  failed: "Misslyckades senast",
  never: "aldrig",
  names: { webhook: "Webhook", mail: "E-post", sentry: "Sentry" },
  states: {
    closed: "används",
    open: "lämnas i fred en stund efter fel",
    "half-open": "provas igen",
  },
  faults: {
    unreachable: "gick inte att nå",
    slow: "svarade inte i tid",
    failing: "kunde inte ta emot",
    busy: "bad oss vänta",
    unreadable: "svarade något annat än väntat",
    refused: "tog inte emot det som skickades",
    "left-alone": "lämnas i fred efter fel; försök igen om en stund",
  },
  waiting: (count: string) => `${count} väntar`,
  dropped: (count: string) => `${count} kastade sedan servern startade`,
  tryButton: "Skicka provlarm",
  trialAccepted: (names: string) => `Provlarmet togs emot: ${names}.`,
  trialFailed: (names: string) => `Provlarmet kom inte fram: ${names}.`,
};
