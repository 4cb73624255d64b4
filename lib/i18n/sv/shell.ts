// Swedish: what stands around every page.

/** Header, footer and page descriptions. */
export const shellSv = {
  productName: "Avanti",
  titleSuffix: " – Avanti",
  description:
    "Boka taxi, minibuss eller bil till flyget i Göteborg, till ett pris du vet i förväg.",
  skipToContent: "Hoppa till innehållet",
  homeLink: "Avanti, startsidan",
  navigation: "Huvudmeny",
  footerNavigation: "Mer om Avanti",
  book: "Boka resa",
  myTicket: "Min biljett",
  prices: "Priser",
  help: "Hjälp",
  signIn: "Logga in",
  terms: "Villkor",
  privacy: "Dina uppgifter",
  /** The language by its own name, and the way to it: read by who does not read the page's. */
  language: "Svenska",
  languageHint: "Visa sidan på svenska",
  callUs: (phone: string) => `Ring oss ${phone}`,
  tagline: "Framme i tid. Till ett pris du vet i förväg.",
  mapCredit: "Karta: © OpenStreetMaps bidragsgivare (ODbL). Orter: GeoNames (CC BY 4.0).",
  back: "Tillbaka",
};
