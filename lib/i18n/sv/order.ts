// Swedish words of a booking taken on the telephone.
import { spokenNumberSv } from "./spoken-number.ts";

/** Swedish; its shape is the shape of every language. */
export const orderSv = {
  title: "Ny bokning per telefon",
  skip: "Till bokningen",
  close: "Tillbaka till dagen",
  phone: "Telefon",
  name: "Namn",
  email: "E-post",
  optional: "kan lämnas tomt",
  when: "När",
  whenExample: "imorgon 5.10",
  whenHint: "Förstår ”imorgon tio över fem”, ”fre 5.10”, ”+40” och ”nu”.",
  whenUnread: "Skriv en dag och en tid, till exempel ”imorgon 5.10”.",
  means: (moment: string) => `Betyder ${moment}`,
  vehicleClass: "Fordon",
  anyClass: "Första som passar",
  flightNumber: "Flyg",
  note: "Till föraren",
  needs: "Behov",
  language: "Biljettens språk",
  tabTakes: "Tab tar det första.",
  showPrice: "Visa pris",
  caller: "Den som ringer",
  known: (count: number) => count === 1 ? "1 bokning hos oss" : `${count} bokningar hos oss`,
  knownAtLeast: (count: number) => `Minst ${count} bokningar hos oss`,
  unknownCaller: "Ny kund: inga bokningar på numret.",
  noShows: (count: number) => count === 1 ? "uteblev en gång" : `uteblev ${count} gånger`,
  neverMissed: "aldrig uteblivit",
  lastTrips: "Senaste resor",
  price: "Pris",
  readAloud: "Läs upp för kunden",
  noPriceYet: "Priset visas när från, till och tid är ifyllda.",
  holdsUntil: (time: string) => `Fast pris. Gäller till ${time}.`,
  says: (kronor: number, pickup: string, moment: string, cancelling: string) =>
    `”Det blir ${
      spokenNumberSv(kronor)
    } kronor, fast pris, oavsett trafik. Bilen är hos dig på ${pickup} ${moment}. ${cancelling}.”`,
  free: (name: string, time: string) => `${name} ledig ${time}`,
  later: (name: string, moment: string) => `${name} först ${moment}`,
  none: (name: string) => `Ingen ${name.toLowerCase()} ledig vid den tiden`,
  arrives: (time: string) => `framme ${time}`,
  book: "Boka resan",
  problems: {
    noPrice: "Läs upp priset först: tryck på Visa pris.",
    priceChanged: "Resan är en annan än den priset gällde. Läs upp det nya priset.",
    priceOver: "Priset gällde inte längre. Läs upp det nya.",
    holdsMany:
      "Numret har redan så många resor som inte har börjat att kunden inte kan boka fler själv. Tryck på Boka igen för att boka ändå.",
    noCar: "Ingen bil är ledig längre vid den tiden. Välj en annan tid eller ett annat fordon.",
  },
};
