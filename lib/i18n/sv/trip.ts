// Swedish: the trip form and the start page.
import { spokenMinutesSv } from "./spoken.ts";
import { plural } from "../plural.ts";

/** The start page and the form that asks for a price. */
export const tripSv = {
  promise: ["Framme i tid.", "Till ett pris du vet."],
  lead:
    "Boka taxi, flygtransfer eller minibuss i hela Göteborg. Priset gäller när du bokar och ändras inte.",
  formLabel: "Din resa",
  from: "Från",
  to: "Till",
  placeExample: "Gata, flygplats, ort",
  pickup: "Upphämtning",
  date: "Datum",
  time: "Tid",
  passengers: "Resenärer",
  bags: "Väskor",
  passengerCount: plural({ one: "{count} resenär", other: "{count} resenärer" }),
  bagCount: plural({ one: "{count} väska", other: "{count} väskor" }),
  noBags: "inga väskor",
  extras: "Barnstol, djur eller skrymmande",
  extrasHint: "Rullstol väljer du som fordon i nästa steg.",
  childSeats: "Barnstolar",
  pets: "Djur",
  extraLuggage: "Skrymmande bagage",
  childSeatCount: plural({ one: "{count} barnstol", other: "{count} barnstolar" }),
  petCount: plural({ one: "{count} djur", other: "{count} djur" }),
  extraLuggageCount: plural({ one: "{count} skrymmande kolli", other: "{count} skrymmande kolli" }),
  showPrice: "Visa pris",
  findingPrice: "Räknar ut",
  freeCancellation: (minutes: number) => `Fri avbokning till ${spokenMinutesSv(minutes)} före`,
  livePriceFrom: "Från {price}",
  livePriceHint: "Hela priset, moms ingår",
  place: {
    airport: "flygplats",
    station: "station",
    town: "ort",
    street: "gata",
    pin: "plats på kartan",
    near: (name: string) => `nära ${name}`,
    unnamed: "Punkt på kartan",
    suggestions: "Förslag",
    found: plural({
      one: "{count} förslag. Välj med pilarna.",
      other: "{count} förslag. Välj med pilarna.",
    }),
    nothing: "Ingen plats med det namnet än. Du kan skriva hela adressen ändå.",
    offline: "Förslagen kräver nät. Skriv hela adressen så går det bra ändå.",
    chooseOnMap: "Välj på kartan",
  },
  map: {
    title: "Välj på kartan",
    hint: "Flytta kartan så att nålen står där bilen ska möta dig.",
    use: "Använd platsen",
    close: "Stäng",
    pinWords: "Plats på kartan",
    loading: "Kartan laddas.",
    failed: "Kartan går inte att visa just nu. Skriv adressen i fältet i stället.",
    zoomIn: "Zooma in",
    zoomOut: "Zooma ut",
    label: "Karta. Flytta med piltangenterna, zooma med plus och minus.",
  },
  didYouMean: (words: string) => `Vilken plats menar du med ”${words}”?`,
  gapQuestion: (time: string) => `Klockan ${time} finns inte den natten. Vilken tid menar du?`,
  gapHint: "Klockorna ställs fram en timme den natten.",
  overlapQuestion: (time: string) =>
    `Klockan ${time} kommer två gånger den natten. Vilken menar du?`,
  overlapHint: "Klockorna ställs tillbaka en timme den natten.",
  overlapEarlier: "Den första (sommartid)",
  overlapLater: "Den andra (vintertid)",
  reasons: (freeMinutes: number) => [
    {
      title: "Fast pris, rad för rad",
      text:
        "Du ser vad som ingår innan du bokar: sträcka, tid, tillägg och moms. Jämförpris enligt lag.",
    },
    {
      title: "En bil som är din",
      text:
        "Bokningen håller en bil åt dig. Är ingen ledig säger vi det direkt och visar tider som går.",
    },
    {
      title: "Ändra själv, när du vill",
      text: `Byt tid eller avboka på din biljett. Du ser avgiften först, och till ${
        spokenMinutesSv(freeMinutes)
      } före är den noll.`,
    },
  ],
};
