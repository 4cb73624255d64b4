// Swedish: vehicle classes, price lines, the quote page and the list of prices.
import { plural } from "../plural.ts";
import { spokenMinutesSv } from "./spoken.ts";
import { vehicleClassesSv } from "./vehicle-classes.ts";
import { fareWordsSv } from "./fare-lines.ts";

/** Words for prices and for the page that shows one. */
export const quoteSv = {
  title: "Ditt pris",
  vatIncluded: "moms ingår",
  holdsUntil: (time: string) => `Priset gäller till ${time}.`,
  heldUntil: (time: string) => `Gäller till ${time}`,
  seeIsPay: "Det du ser är det du betalar.",
  minutesLeft: plural({ one: "{count} min kvar", other: "{count} min kvar" }),
  lastMinute: plural({ one: "mindre än {count} min kvar", other: "mindre än {count} min kvar" }),
  trip: "Din resa",
  changeTrip: "Ändra resan",
  change: "Ändra",
  stopsAtPin: "Bilen stannar vid din nål",
  classes: vehicleClassesSv,
  chooseClass: "Välj bil",
  seats: plural({ one: "{count} plats", other: "{count} platser" }),
  isFree: "Ledig",
  freeAt: (time: string) => `Närmast ${time}`,
  notFree: "Inte ledig",
  movesPickup: (vehicle: string, time: string) =>
    `Väljer du ${vehicle} flyttas hämtningen till ${time}.`,
  noneSoon: (vehicle: string) => `${vehicle} har ingen ledig bil då, och inte timmarna efter.`,
  moveTo: (time: string) => `Byt till ${time}`,
  ...fareWordsSv,
  breakdown: (price: string) => `Så blir priset ${price}`,
  fixedPart: "Grundpriset är fast, oavsett väg och trafik.",
  fixedAdds: (names: string) => `Det som läggs till för tiden du hämtas: ${names}.`,
  renewedSame: (price: string) => `Priset är förnyat, samma ${price}.`,
  renewedMore: (price: string, more: string) => `Priset är förnyat: ${price}, ${more} mer.`,
  renewedLess: (price: string, less: string) => `Priset är förnyat: ${price}, ${less} mindre.`,
  renewedNew: (price: string) => `Priset är förnyat: ${price}.`,
  moved: (moment: string, price: string) =>
    `Hämtningen är flyttad till ${moment}. Priset är ${price}.`,
  formerPrice: (price: string, time: string) => `Ditt förra pris, ${price}, gick ut ${time}.`,
  causes: { tariff: "Taxan är ny sedan dess.", route: "Vägen är räknad om sedan dess." },
  stillYours: "Inget är bokat, och det du skrev finns kvar.",
  comparisonPrice: "Jämförpris",
  comparisonHint: (kilometers: number, minutes: number) =>
    `${kilometers} km och ${minutes} min med samma taxa`,
  estimate: "Uppskattad sträcka",
  estimateHint: "Sträckan är uppskattad. Blir vägen längre ändras inte priset.",
  bindingMaximum: (price: string) =>
    `Du betalar aldrig mer än ${price} för den här resan (bindande högsta pris).`,
  ifCancelled: "Om du avbokar",
  distanceAndTime: (distance: string, duration: string) => `${distance}, cirka ${duration}`,
  contact: "Vem ska vi hämta?",
  name: "Namn",
  phone: "Mobil",
  phoneHint: "Föraren ringer bara om något är oklart.",
  addMore: "Lägg till e-post eller meddelande",
  addMoreFlight: "Lägg till e-post, flyg eller meddelande",
  email: "E-post",
  optional: "valfritt",
  flightNumber: "Flygnummer",
  flightNumberHint: "Står på flygbiljetten, till exempel SK 1436.",
  note: "Meddelande till föraren",
  noteHint: "Portkod, dörr, våning.",
  payInCar: "Du betalar i bilen med kort eller Swish, samma pris som står här.",
  noWithdrawal: "Resor har ingen ångerrätt enligt lag.",
  acceptTerms: "När du bokar godkänner du",
  termsLink: "villkoren",
  book: "Boka resan",
  bookFor: (price: string) => `Boka för ${price}`,
  booking: "Bokar",
  expiredTitle: "Priset gäller inte längre",
  expiredText: (minutes: number) =>
    `Ett pris gäller i ${
      spokenMinutesSv(minutes)
    }. Inget är bokat. Hämta ett nytt pris för samma resa.`,
  newPrice: "Hämta nytt pris",
  usedTitle: "Priset är redan använt",
  usedText:
    "Resan är bokad med det här priset. Din biljett finns på adressen du fick när du bokade. Vill du boka en till hämtar du ett nytt pris.",
  noVehicleTitle: "Ingen bil är ledig då",
  noVehicleText: (vehicle: string, moment: string) =>
    `Alla bilar av typen ${vehicle} är upptagna ${moment}. Inget är bokat. De här tiderna finns det bil:`,
  noVehicleNoTimes: (vehicle: string, moment: string) =>
    `Alla bilar av typen ${vehicle} är upptagna ${moment} och timmarna efter. Inget är bokat. Välj en annan tid eller ett annat fordon.`,
  holdsManyTitle: "Det finns redan flera resor",
  holdsManyText: (most: number) =>
    `Numret, eller kontot, har ${most} resor som inte har börjat än. Fler bokar vi gärna åt dig över telefon. Inget är bokat nu.`,
  otherVehicle: "Välj ett annat fordon",
  takeTime: "Visa pris för den tiden",
  showMap: "Visa karta",
  mapLabel: "Resans väg på kartan",
  /** The part of the way outside the map. */
  mapBeyond: (distance: string) => `cirka ${distance}`,
  mapDashed: "Streckad linje ligger utanför stadskartan och är inte i skala.",
  mapDirection: "Streckad linje visar åt vilket håll resan går, inte vägen.",
  mapFailed: "Kartan går inte att visa just nu. Resan påverkas inte.",
  alternativesLabel: "Tider när det finns bil",
};
