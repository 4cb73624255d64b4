// Swedish: what is kept how long and why, and what the nightly run did.

/** The page of retention, and its script. */
export const retentionSv = {
  title: "Gallring",
  skip: "Hoppa till gallringen",
  lead:
    "Vad som sparas hur länge och varför. Varje natt tas det bort vars tid är ute: först vem kunden var, och när bokföringstiden är slut hela bokningen.",
  tableTitle: "Vad som sparas",
  caption: "Regler för gallring",
  columns: { what: "Vad", period: "Hur länge", why: "Varför", law: "Lag", families: "Tabeller" },
  noLaw: "ingen personuppgift",
  rules: {
    bookkeeping: {
      name: "Bokföring",
      why: "Pris, moms, avgift, tider, sträcka, kod, bil och förare är räkenskapsinformation.",
    },
    customer: {
      name: "Kunden i bokningen",
      why:
        "Så länge kan en kund komma tillbaka om en resa. Prisbeviset sparas minst så länge lagen säger.",
    },
    duty: { name: "Bilarnas dagar", why: "Förarnas arbetstid ska kunna visas (tidbok)." },
    staff: { name: "Vad personalen gjorde", why: "För att kunna svara på vem som gjorde vad." },
    history: { name: "Ändringar av taxor och platser", why: "Visar vad ett pris byggde på." },
    setup: { name: "Bilar, förare, tillstånd", why: "Så länge de används." },
    account: { name: "Konton", why: "Så länge kontot finns. Raderas på begäran." },
    "sign-in": {
      name: "Inloggning",
      why: "Sessioner, koder och länkar som tar slut av sig själva.",
    },
    offer: { name: "Erbjudanden", why: "Priser som inte köptes, och hur mycket någon får hålla." },
    message: { name: "Meddelanden", why: "För att kunna svara på vad någon fick veta om en resa." },
    cost: { name: "Kostnad för sms", why: "Summor per dag." },
    webhook: { name: "Leveranser till andra program", why: "För att kunna skicka igen." },
    fault: { name: "Fel", why: "För att kunna rätta dem." },
    limit: { name: "Spärrar", why: "Räknar försök, så att ingen gissar koder eller länkar." },
    feed: { name: "Händelser i realtid", why: "För den som tappat kontakten en stund." },
    work: { name: "Arbete på väg", why: "Tills det är gjort." },
    state: { name: "Systemets tillstånd", why: "Skrivs över, inget om någon." },
    report: { name: "Gallringens rapporter", why: "För att kunna visa att gallringen görs." },
    request: { name: "Begäran om egna uppgifter", why: "Visar att den besvarats i tid." },
    consent: { name: "Samtycken", why: "Visar vad någon sagt ja till, och till vilken text." },
    ledger: {
      name: "Förteckning över raderingar",
      why: "Raderar igen efter att en säkerhetskopia lästs in. Inget om någon.",
    },
    statistics: {
      name: "Statistik",
      why: "Summor av minst tio resor. Ingen går att hitta i dem.",
    },
    breach: {
      name: "Personuppgiftsincidenter",
      why: "Vad som hände, vad som beslutades och varför. Det ska gå att granska efteråt.",
    },
    protection: {
      name: "Skyddade identiteter",
      why: "Så länge skyddet gäller, och sedan för att kunna visa vem som hävde det.",
    },
    hold: { name: "Undantag", why: "Bokningar som behövs i en tvist. Tas bort när den är över." },
  },
  period: {
    registry: "kort tid, se tabellen i docs/data.md",
    bookkeeping: (years: number) => `${years} år efter det kalenderår då räkenskapsåret slutade`,
    months: (months: number) => `${months} månader`,
    "in-use": "så länge det används",
    account: "så länge kontot finns",
    "written-over": "skrivs över",
    "no-end": "utan slut",
  },
  atMost: {
    hours: (hours: string) => `högst ${hours} timmar`,
    days: (days: string) => `högst ${days} dygn`,
  },
  runsTitle: "Senaste nätterna",
  runsCaption: "Körningar, den senaste först",
  runColumns: {
    started: "Började",
    state: "Läge",
    looked: "Tittade på",
    deleted: "Borttagna",
    anonymised: "Avidentifierade",
  },
  done: "klar",
  goesOn: "pågår",
  noRuns: "Ingen körning än. Den första börjar efter klockan tre i natt.",
  trial: "Prova nu",
  trialLead: "Visar vad en körning skulle göra just nu. Inget ändras.",
  trialTitle: "Det här skulle hända nu",
  countsCaption: "Rader per tabell",
  countColumns: { family: "Tabell", kept: "Kvar" },
  kept: {
    "not-yet": (count: string) => `${count} har tid kvar`,
    bookkeeping: (count: string) => `${count} för bokföringen`,
    "legal-hold": (count: string) => `${count} på grund av undantag`,
    restricted: (count: string) => `${count} på grund av begränsning`,
  },
  nothing: "Inget.",
  holdsTitle: "Undantag",
  holdsLead:
    "En bokning som behövs i en tvist eller av en myndighet blir kvar tills undantaget tas bort. Skriv inget om kunden i skälet.",
  holdsCaption: "Bokningar som blir kvar",
  holdColumns: { booking: "Bokning", reason: "Skäl", since: "Sedan" },
  noHolds: "Inga undantag.",
  reference: "Bokningskod",
  reason: "Skäl",
  hold: "Behåll bokningen",
  release: "Ta bort undantaget",
  faults: {
    "no-booking": "Ingen bokning har den koden.",
    "no-reason": (most: number) => `Skriv varför den ska vara kvar, högst ${most} tecken.`,
    "personal-number":
      "Ta bort personnumret och skicka igen. Vi sparar aldrig personnummer; namn och telefonnummer räcker.",
    "too-many": "Det finns för många undantag. Ta bort ett först.",
  },
  statisticsTitle: "Statistik över avslutade räkenskapsår",
  statisticsCaption: "Resor vars bokföringstid är slut",
  statisticsColumns: {
    month: "När",
    vehicleClass: "Klass",
    rides: "Resor",
    passengers: "Resenärer",
    km: "Kilometer",
    total: "Pris",
  },
  everyMonth: "övriga",
  everyClass: "övriga klasser",
  script: {
    onlyDry:
      "Servern gallrar själv varje natt. Lägg till --dry-run för att se vad den skulle göra.",
    line: (family: string, looked: string, deleted: string, anonymised: string) =>
      `${family}: tittade på ${looked}, tar bort ${deleted}, avidentifierar ${anonymised}`,
  },
};
