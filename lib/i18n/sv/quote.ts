// Swedish: vehicle classes, price lines, the quote page and the list of prices.
import { spokenMinutesSv } from "./spoken.ts";
import { vehicleClassesSv } from "./vehicle-classes.ts";
import { fareLinesSv } from "./fare-lines.ts";

/** Words for prices and for the page that shows one. */
export const quoteSv = {
  title: "Ditt pris",
  total: "Pris för hela resan",
  totalNote: "moms ingår",
  fixedPrice: "Fast pris",
  holdsUntil: (time: string) => `Priset gäller till ${time}.`,
  trip: "Din resa",
  changeTrip: "Ändra resan",
  classes: vehicleClassesSv,
  chooseClass: "Välj fordon",
  capacity: (passengers: number, bags: number) => `${passengers} resenärer, ${bags} väskor`,
  lines: fareLinesSv,
  included: "Det här ingår",
  vat: (rate: string) => `Varav moms ${rate}`,
  toPay: "Att betala",
  comparisonPrice: "Jämförpris",
  comparisonHint: (kilometers: number, minutes: number) =>
    `${kilometers} km och ${minutes} min med samma taxa`,
  estimate: "Uppskattad sträcka",
  estimateHint:
    "En del av vägen ligger utanför vår karta, så sträckan är uppskattad. Priset är ändå bindande.",
  bindingMaximum: (price: string) =>
    `Du betalar aldrig mer än ${price} för den här resan (bindande högsta pris).`,
  cancellationRule: (minutes: number) =>
    `Du avbokar utan kostnad till ${spokenMinutesSv(minutes)} före upphämtning.`,
  distanceAndTime: (distance: string, duration: string) => `${distance}, cirka ${duration}`,
  contact: "Vem ska vi hämta?",
  name: "Namn",
  phone: "Telefon",
  phoneHint: "Föraren ringer bara om något är oklart.",
  email: "E-post",
  optional: "valfritt",
  note: "Meddelande till föraren",
  noteHint: "Portkod, dörr, flightnummer.",
  payInCar: "Du betalar i bilen med kort eller Swish, samma pris som står här.",
  noWithdrawal: (minutes: number) =>
    `Resor har ingen ångerrätt enligt lag. Hos oss avbokar du ändå utan kostnad till ${
      spokenMinutesSv(minutes)
    } före upphämtning.`,
  acceptTerms: "Genom att boka godkänner du våra",
  termsLink: "villkor",
  book: "Boka resan",
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
  otherVehicle: "Välj ett annat fordon",
  takeTime: "Visa pris för den tiden",
  showMap: "Visa karta",
  mapLabel: "Resans väg på kartan",
  mapFailed: "Kartan går inte att visa just nu. Resan påverkas inte.",
  alternativesLabel: "Tider när det finns bil",
};
