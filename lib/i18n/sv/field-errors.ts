// Swedish: what a form says when something in it needs another look.
import { plural } from "../plural.ts";

/** Texts by field and code; `other` is used for a code without a text of its own. */
export const fieldErrorsSv = {
  summary: plural({
    one: "En uppgift behöver ses över",
    other: "{count} uppgifter behöver ses över",
  }),
  other: "Kontrollera uppgiften.",
  fromMissing: "Skriv varifrån du vill åka.",
  toMissing: "Skriv vart du vill åka.",
  personalNumber:
    "Ta bort personnumret och skicka igen. Vi sparar aldrig personnummer; namn och telefonnummer räcker.",
  ownPlaceMissing: "Skriv platsen.",
  ownPlaceKindMissing: "Välj vad platsen är: hem, jobb eller något annat.",
  ownPlaceNameMissing: "Skriv vad du vill kalla platsen.",
  ownPlaceNameTooLong: (max: number) => `Skriv namnet kortare, högst ${max} tecken.`,
  requestTypeMissing: "Välj vad du vill.",
  decisionMissing: "Välj vilket beslut det gäller.",
  wishMissing: "Skriv vad det gäller.",
  wishTooLong: (max: number) => `Skriv högst ${max} tecken.`,
  ownPlacesFull: (max: number) =>
    `Du har ${max} platser sparade, och fler ryms inte. Ta bort en först.`,
  placeTooLong: (max: number) => `Skriv platsen kortare, högst ${max} tecken.`,
  placeUnknown: (words: string) =>
    `Vi hittar inte ”${words}”. Kontrollera stavningen eller skriv gatan, hållplatsen eller orten.`,
  placeSeveral: (words: string) => `”${words}” finns på flera ställen. Välj vilket du menar.`,
  placeNeedsPin: (words: string) =>
    `Vi vet inte säkert var vid ”${words}” bilen ska stanna. Sätt nålen på kartan, eller skriv gatan.`,
  placeGuess: (words: string) =>
    `Vi är inte säkra på var ”${words}” ligger. Välj vilken plats du menar.`,
  placeArea: (words: string) =>
    `”${words}” är en hel ort eller stadsdel. Skriv en gata, eller välj var bilen ska stanna.`,
  placeSpot: (words: string) =>
    `Gatan är lång, och vi vet inte var på den ”${words}” ligger. Välj var bilen ska stanna.`,
  placeAbroad: (words: string) =>
    `”${words}” ligger utomlands. Vi kör inom Sverige; skriv en plats här.`,
  dateInvalid: "Välj ett datum, till exempel 2026-11-23.",
  timeInvalid: "Skriv tiden med timmar och minuter, till exempel 06.40.",
  pickupGap: "Tiden finns inte den natten. Välj en av tiderna.",
  pickupOverlap: "Tiden kommer två gånger den natten. Välj vilken.",
  pickupTooSoon: (earliest: string) =>
    earliest === ""
      ? "Så snart hinner ingen bil fram. Välj en senare tid."
      : `Så snart hinner ingen bil fram. Välj ${earliest} eller senare.`,
  pickupTooLate: "Så långt fram tar vi inte bokningar än. Välj ett tidigare datum.",
  dayUnsold: (phone: string) =>
    `Vi kan inte ge något pris för den dagen just nu. Välj en annan dag, försök igen senare, eller ring ${phone}.`,
  samePlace: "Från och till är samma plats. Ändra en av dem.",
  abroad: (phone: string) =>
    `Resan går utanför Sverige, och dit kör vi inte. Välj en plats i Sverige, eller ring ${phone}.`,
  noRoad: (phone: string) =>
    `Dit går ingen väg för bilar. Välj en plats vid en väg, eller ring ${phone} så hjälper vi dig.`,
  noCrossing: (phone: string) =>
    `Dit går varken bro eller avgiftsfri bilfärja. Ring ${phone} så ordnar vi resan.`,
  passengersInvalid: (max: number) =>
    `Välj mellan 1 och ${max} resenärer. Är ni fler bokar du två bilar.`,
  bagsInvalid: (max: number) => `Välj mellan 0 och ${max} väskor.`,
  extrasInvalid: "Välj ett antal i listan.",
  noClassFits:
    "Ingen bil rymmer alla och allt. Välj färre resenärer eller väskor, eller boka två bilar.",
  nameMissing: "Skriv ditt namn, så att föraren vet vem som väntar.",
  addressTaken: "Adressen hör till någon som inte är administratör. Skriv en annan.",
  passwordMissing: "Skriv ditt lösenord.",
  passwordTooShort: "Välj ett längre lösenord.",
  passwordTooLong: "Välj ett kortare lösenord.",
  passwordCommon:
    "Lösenordet är lätt att gissa. Välj ord som inte hör ihop med dig eller varandra.",
  signInRefused: "Adressen eller lösenordet stämmer inte. Kontrollera båda och försök igen.",
  codeRefused: "Koden stämmer inte eller är redan använd. Vänta på nästa och försök igen.",
  appCodeWrong: "Koden stämmer inte. Kontrollera telefonens klocka och skriv den som visas nu.",
  confirmRefused: "Det stämmer inte. Kontrollera det du skrev och försök igen.",
  reachMissing: "Skriv din e-post eller ditt mobilnummer.",
  sentCodeWrong: "Koden stämmer inte. Kontrollera den och försök igen.",
  reachTaken: "Den adressen eller det numret har redan ett annat konto.",
  passkeyRefused: "Nyckeln gick inte att använda. Försök igen, eller välj ett annat sätt.",
  passkeyNeeded: "Du behöver nyckeln: lägg till en annan, eller en app, innan du tar bort den.",
  driverMissing: "Välj vilken förare du bjuder in.",
  codeMissing: "Skriv koden.",
  inviteeNameMissing: "Skriv namnet på den du bjuder in.",
  roleMissing: "Välj en roll.",
  emailTaken: "Adressen hör redan till ett konto.",
  personNameMissing: "Skriv ditt namn. Det står vid allt du gör.",
  nameTooLong: (max: number) => `Skriv namnet kortare, högst ${max} tecken.`,
  phoneMissing: "Skriv ditt telefonnummer, så att föraren kan ringa dig.",
  phoneInvalid: "Skriv ett telefonnummer, till exempel 070-123 45 67 eller +44 20 7946 0123.",
  phoneTooShort: "Numret har för få siffror. Skriv hela, med riktnummer.",
  phoneTooLong: "Numret har för många siffror. Kontrollera det.",
  phoneLetters: "Skriv telefonnumret med siffror, utan ord och bokstäver.",
  phoneExtension: "Föraren kan inte slå en anknytning. Skriv ett nummer som går direkt till dig.",
  phoneCountry: "Inget land har det landsnumret. Börja svenska nummer med 0 eller +46.",
  emailInvalid: "Skriv en e-postadress, till exempel maja@exempel.se, eller lämna fältet tomt.",
  emailNoAt: "E-postadressen saknar @, som i maja@exempel.se.",
  emailTwoAts: "Skriv en enda e-postadress, med ett @.",
  emailSpace: "Ta bort mellanslaget ur e-postadressen.",
  emailComma: "Ta bort kommat ur e-postadressen. Ska det vara en punkt?",
  emailDot:
    "E-postadressen har en punkt för mycket. Kontrollera början, slutet och dubbla punkter.",
  emailNoEnding: "E-postadressen saknar sitt slut, till exempel .se eller .com.",
  emailQuoted: "Skriv e-postadressen utan citattecken.",
  emailTooLong: "E-postadressen är för lång. Kontrollera den.",
  flightNumberInvalid:
    "Skriv flygbolagets bokstäver och flygets siffror, till exempel SK 1436, eller lämna fältet tomt.",
  noteTooLong: (max: number) => `Skriv meddelandet kortare, högst ${max} tecken.`,
  referenceMissing: "Skriv bokningskoden. Den står på biljetten och i bekräftelsen.",
  referenceInvalid: "Bokningskoden ser ut som K4Q 7RM. Kontrollera den.",
  ticketNotFound:
    "Vi hittar ingen resa med den koden och det numret. Kontrollera båda; numret är det du bokade med.",
  classMissing: "Välj ett fordon.",
  reasonTooLong: (max: number) => `Skriv anledningen kortare, högst ${max} tecken.`,
  buyerNameMissing: "Skriv namnet som fakturan ska gå till, på en rad.",
  organisationNumber: "Skriv hela organisationsnumret, med sin kontrollsiffra.",
  organisationNumberCheck: "Kontrollera organisationsnumret: kontrollsiffran stämmer inte.",
  organisationNumberPersonal:
    "Det är en persons nummer, och det ber vi inte om. Välj ett annat sätt att betala.",
  streetMissing: "Skriv gatan eller boxen som fakturan ska gå till.",
  postcode: "Skriv postnumret, bara siffror.",
  cityMissing: "Skriv postorten.",
  peppolId: "Skriv Peppol-id med organisationsnumret efter kolonet, eller lämna fältet tomt.",
  reasonMissing: "Skriv ett skäl.",
  partTooLarge: "Så många finns det inte att flytta. Någon måste åka i varje bil.",
};
