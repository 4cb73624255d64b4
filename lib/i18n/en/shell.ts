// English: what stands around every page.
import type { shellSv } from "../sv/shell.ts";

/** Header, footer and page descriptions. */
export const shellEn: typeof shellSv = {
  productName: "Avanti",
  titleSuffix: " – Avanti",
  description:
    "Book a taxi, a minibus or a car to the airport in Gothenburg, at a price you know beforehand.",
  skipToContent: "Skip to content",
  homeLink: "Avanti, start page",
  navigation: "Main menu",
  footerNavigation: "More about Avanti",
  book: "Book a ride",
  myTicket: "My ticket",
  prices: "Prices",
  help: "Help",
  signIn: "Sign in",
  terms: "Terms",
  privacy: "Your data",
  language: "English",
  languageHint: "Show this page in English",
  callUs: (phone: string) => `Call us ${phone}`,
  tagline: "On time. At a price you know beforehand.",
  mapCredit: "Map: © OpenStreetMap contributors (ODbL). Places: GeoNames (CC BY 4.0).",
  back: "Back",
};
