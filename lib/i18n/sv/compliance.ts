// Swedish: the pages on data protection.

/** The pages on data protection. */
export const complianceSv = {
  title: "Dataskydd",
  skip: "Hoppa till dataskyddet",
  pages: "Sidor om dataskydd",
  csv: "Som CSV",
  json: "Som JSON",
  yes: "ja",
  no: "nej",
  none: "inga",
  register: {
    title: "Behandlingar",
    lead:
      "Registret över behandlingar (art. 30) är gjort av det som faktiskt lagras. Det ändras när produkten ändras.",
    controller: "Personuppgiftsansvarig",
    controllerMissing: "Inte ifyllt: sätt AVANTI_CONTROLLER.",
    contact: "Kontakt",
    purposes: "Ändamål",
    why: "Varför",
    basis: "Rättslig grund",
    subjects: "Vilkas uppgifter",
    data: "Uppgifter",
    recipients: "Mottagare",
    nobody: "ingen utanför bolaget",
    until: "Gallras",
    measures: "Säkerhet",
    measuresText:
      "Rättigheter efter roll, två faktorer för personal, hemliga uppgifter förseglade, korta liv för det som inte behövs, kopior på annan plats, fel utan personuppgifter.",
    families: "Lagras i",
    unnamed: "Lagras utan ändamål",
    processors: "Mottagare utanför bolaget",
    processorsLead:
      "De värdar som produkten lämnar något till som den är inställd nu. Avtalen skrivs in i AVANTI_AGREEMENTS.",
    columns: {
      what: "För",
      host: "Värd",
      name: "Namn",
      role: "Roll",
      country: "Land",
      transfer: "Överföring",
      contract: "Avtal",
      missing: "Saknas",
    },
  },
};
