// Swedish: signing in by a link, and doors that stay closed.

/** The way in and out of the operators' pages; its shape is the shape of every language. */
export const accessSv = {
  title: "Logga in på Avanti",
  enterLead: "Länken är till för dig som sköter dagens resor. Den fungerar en gång.",
  enterButton: "Logga in",
  joinAs: (name: string, role: string) => `${name}, du är inbjuden som ${role}.`,
  joinLead:
    "Länken fungerar en gång. Därefter väljer du lösenord och lägger till en autentiseringsapp.",
  joinButton: "Gå med",
  enterAs: (name: string, role: string) => `Du blir inloggad som ${name}, ${role}.`,
  keeperLead:
    "Du sköter servern och blir administratör. Säg vem du är, så att ditt namn står vid det du gör.",
  keeperName: "Namn",
  keeperEmail: "E-post",
  keeperEmailHint: "Har du redan ett konto som administratör, skriv samma adress.",
  roles: {
    customer: "kund",
    driver: "förare",
    dispatcher: "trafikledare",
    admin: "administratör",
    accountant: "ekonomi",
    "data-protection-officer": "dataskyddsombud",
    auditor: "revisor",
  },
  goneTitle: "Länken fungerar inte längre",
  gone: {
    unknown: "Länken är okänd. Den kan vara felkopierad.",
    used: "Länken är redan använd. Var det inte du, logga ut alla genom att starta om servern.",
    expired: (minutes: number) => `Länken gällde i ${minutes} minuter och har gått ut.`,
  },
  signIn: "Logga in",
  notYoursTitle: "Sidan är inte öppen för dig",
  notYours:
    "Din roll har inte de här sidorna, eller så saknar du en andra faktor. Under inloggning och säkerhet ser du vilket.",
  security: "Inloggning och säkerhet",
  neededTitle: "Du behöver logga in",
  needed: "Sidan är till för dem som sköter dagens resor.",
  endedTitle: "Du är utloggad",
  ended: "Inloggningen är avslutad, både hos oss och i den här webbläsaren.",
  howTitle: "Så får du en ny länk",
  howSignal:
    "Skicka signalen USR2 till den server som kör. Den skriver då ut en ny länk i sin logg.",
  howRestart: "Eller starta om servern: den skriver ut en länk när den startar.",
  howValid: (minutes: number) => `Länken gäller i ${minutes} minuter och för en inloggning.`,
  already: "Redan inloggad? Öppna dagen",
  home: "Till startsidan",
};
