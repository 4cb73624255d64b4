// Swedish: what personal data is processed for, as the record of processing says it.

/** A purpose in words. */
export interface PurposeWords {
  name: string;
  /** What it is for. */
  why: string;
  /** Which data. */
  data: string;
  /** When it ends. */
  until: string;
}

/** The purposes, and the words of the record around them. */
export const purposesSv = {
  purpose: {
    rides: {
      name: "Resor",
      why: "Att räkna ut pris, boka, köra och ändra resor som kunden har beställt.",
      data:
        "Namn, telefonnummer, e-post, platser, tider, sällskap och hjälpmedel, flygnummer, meddelande till föraren, pris.",
      until: "När inget annat ändamål här kräver dem.",
    },
    "price-proof": {
      name: "Prisuppgift",
      why: "Att kunna visa vilket pris som lämnades före resan (2 kap. 21 § taxitrafiklagen).",
      data: "Pris, tid, sträcka, bokningskod.",
      until: "6 månader efter resan.",
    },
    bookkeeping: {
      name: "Bokföring",
      why: "Att bevara räkenskapsinformation (7 kap. 2 § bokföringslagen).",
      data: "Pris, moms, avgift, tid, sträcka, fordon, tillståndshavare, bokningskod.",
      until: "Till och med det sjunde året efter det kalenderår då räkenskapsåret gick ut.",
    },
    messages: {
      name: "Meddelanden om resor",
      why: "Att säga till om bokning, ändring, förare, bil och avbokning.",
      data: "Mottagarens adress eller nummer och meddelandets ord, förseglade.",
      until: "Av sig självt, som det står vid det som lagras.",
    },
    accounts: {
      name: "Konton",
      why: "Att personer loggar in, visar vem de är och ser sina egna resor.",
      data:
        "Namn, adress och nummer, lösenord och nycklar som går att kontrollera men inte läsa, enhet, början av nätadressen.",
      until: "När kontot tas bort.",
    },
    "own-places": {
      name: "Egna platser",
      why: "Att slippa skriva hem och arbete varje gång.",
      data: "Platserna och vad de kallas, förseglade.",
      until: "Tills personen tar bort dem, eller kontot.",
    },
    fleet: {
      name: "Förare och tillståndshavare",
      why:
        "Att veta vem som kör, på vems tillstånd, och skriva det på kvittot (2 och 3 kap. taxitrafiklagen).",
      data: "Namn, förarkod, tillstånd, kontaktperson, vem som loggar in som förare.",
      until: "Så länge de kör för oss, sedan så länge bokföringen kräver.",
    },
    "work-log": {
      name: "Vem som gjort vad",
      why: "Att kunna reda ut, ångra och granska det personalen gör.",
      data: "Den anställdas namn och vad som gjordes, när.",
      until: "Så länge det som gjordes finns kvar.",
    },
    subscribers: {
      name: "Anslutna program",
      why: "Att andra program som bolaget har valt får veta vad som händer med en bokning.",
      data: "Bokningskod, läge, tid, fordonstyp och pris. Inga namn, nummer eller platser.",
      until: "Mottagare när de tas bort, det som skickats av sig självt.",
    },
    faults: {
      name: "Fel i tjänsten",
      why: "Att hitta och rätta fel som drabbar människor.",
      data: "Vad som gick fel och var, och för hur många. Inget som någon har skrivit.",
      until: "Av sig självt, som det står vid det som lagras.",
    },
    abuse: {
      name: "Skydd mot missbruk",
      why:
        "Att ingen gissar sig in, läser det de inte ska eller frågar så ofta att andra inte kommer fram.",
      data:
        "Nycklade hashar av nummer, adresser och nät; hur många personalen har läst om varje dag.",
      until: "Av sig självt, som det står vid det som lagras.",
    },
    rights: {
      name: "Begäran om egna uppgifter",
      why:
        "Att svara i tid på den som vill se, rätta, få ut eller få bort sina uppgifter, och kunna visa det.",
      data: "Vem som begärde vad, när, hur det gick och varför.",
      until: "När ingen längre kan fråga om svaret.",
    },
    sealing: {
      name: "Nycklar till förseglade uppgifter",
      why: "Att uppgifter inte går att läsa utan sin nyckel, och inte alls när den är förstörd.",
      data: "En nyckel för varje person, själv förseglad, under ett nycklat märke.",
      until: "När uppgifterna raderas.",
    },
    breaches: {
      name: "Incidenter och behörigheter",
      why:
        "Att kunna visa vad som hänt med personuppgifter, vad som beslutades och vem som har haft vilken roll.",
      data: "Den anställdas namn och roller, vad som gjordes och skälen.",
      until: "När ingen längre kan granska det.",
    },
    statistics: {
      name: "Statistik",
      why: "Att se hur många resor som körs, hur långt och för hur mycket.",
      data:
        "Fordonstyp, sträcka, sällskapets storlek och pris, i grupper så stora att ingen går att se.",
      until: "Siffrorna har inget slut; det de räknas av raderas när sin tid är ute.",
    },
    reminders: {
      name: "Påminnelser",
      why: "Att påminna den som sagt ja om en resa innan den börjar.",
      data: "E-post och resan.",
      until: "När personen tar tillbaka sitt ja.",
    },
    data_processing: {
      name: "Annat som personen sagt ja till",
      why: "Att ett program som arbetar med bolaget får använda det personen sagt ja till.",
      data: "Det som personen sagt ja till, uppgift för uppgift.",
      until: "När personen tar tillbaka sitt ja.",
    },
  },
  basis: {
    consent: "samtycke (art. 6.1 a)",
    contract: "avtal (art. 6.1 b)",
    "legal-obligation": "rättslig förpliktelse (art. 6.1 c)",
    "legitimate-interest": "berättigat intresse (art. 6.1 f)",
  },
  subject: {
    customer: "kunder",
    driver: "förare",
    operator: "anställda",
    person: "personer med konto",
    "permit holder": "tillståndshavare",
    nobody: "ingen",
  },
  wayOut: {
    database: "databas hos någon annan",
    osrm: "vägar",
    geocoder: "adresser",
    mail: "e-post",
    sms: "sms",
    push: "notiser till webbläsare",
    provider: "inloggning hos andra",
    "employer-sign-in": "arbetsgivarens inloggning",
    subscriber: "anslutna program",
    "alarm-webhook": "larm",
    sentry: "felrapporter",
    keys: "nycklar till det som är förseglat",
    cache: "det som hålls redo, förseglat",
    payments: "kort och Swish",
    books: "bokföringsprogrammet",
    edge: "anrop på väg hit, och sidor som är lika för alla",
  },
  role: { processor: "biträde (art. 28)", controller: "egen ansvarig" },
  transfer: {
    eea: "inom EES",
    adequacy: "beslut om adekvat skydd (art. 45)",
    "standard-clauses": "standardavtalsklausuler (art. 46)",
  },
  keptDays: (days: string) => `högst ${days} dygn`,
  keptHours: (hours: string) => `högst ${hours} h`,
  missing: {
    name: "namn saknas",
    transfer: "grund för överföring saknas",
    contract: "avtalets dag saknas",
  },
};
