// Swedish: terms and privacy.
import { spokenMinutesSv } from "./spoken.ts";

/** The part of the privacy page that can be acted on. */
const KEPT_HEADING = "I din webbläsare";

/** Sections of the terms and of the privacy page. */
export const legalSv = {
  termsTitle: "Villkor",
  termsLead: "Det här gäller mellan dig och Avanti när du bokar en resa.",
  terms: (
    quoteMinutes: number,
    freeMinutes: number,
    late: string,
    noShow: string,
  ) => [
    {
      heading: "Pris",
      text:
        `Priset på din biljett är hela priset, med moms. Ett pris du fått gäller i ${quoteMinutes} minuter och ligger fast när du bokat. För resor där lagen kräver ett högsta pris står det på sidan och på biljetten.`,
    },
    {
      heading: "Ändra och avboka",
      text: `Du ändrar och avbokar på biljetten. Till ${
        spokenMinutesSv(freeMinutes)
      } före upphämtning kostar det inget. Senare kostar det ${late}, och om ingen kommer till bilen ${noShow}. Avgiften visas alltid innan du bekräftar. En avgift under hela priset är utan moms; betalar du hela priset, eller kommer ingen till bilen, ingår resans moms.`,
    },
    {
      heading: "Ångerrätt",
      text:
        "Lagen om distansavtal ger ingen ångerrätt för persontransporter. Du är skyddad av villkoren för avbokning här ovanför.",
    },
    {
      heading: "Om vi inte kan köra",
      text:
        "Kan ingen bil komma betalar du inget. Vi säger till så snart vi vet och ordnar en annan bil om det går.",
    },
    {
      heading: "Betalning",
      text:
        "Hur du betalar väljer du när du bokar, annars betalar du i bilen. Från ett kort dras aldrig mer än priset, och först när resan är över. Kvittot visar sträcka och tid.",
    },
    {
      heading: "Klagomål",
      text:
        "Hör av dig till oss först. Blir vi inte överens kan du vända dig till Allmänna reklamationsnämnden, arn.se. Vi följer nämndens beslut.",
    },
  ],
  privacyTitle: "Dina uppgifter",
  privacyLead: "Vad vi sparar om dig, varför och hur länge.",
  keptHeading: KEPT_HEADING,
  forgetKept: {
    label: "Töm det som sparas här",
    done: "Tömt. Inget om dina resor finns kvar i webbläsaren.",
    failed: "Det gick inte att tömma. Stäng andra flikar med våra sidor och försök igen.",
  },
  privacy: (
    triesMinutes: number,
    reportDays: number,
    countDays: number,
    draftHours: number,
    ticketHours: number,
  ) => [
    {
      heading: "Det vi sparar",
      text:
        "Namn, telefonnummer, e-post om du ger den, platser, tid, hur många ni är, om någon reser i rullstol, och vad som ska med, fordon, pris, flygnummer om du ger det, ditt språk och ditt meddelande till föraren. Vi behöver dem för att köra resan du bokat. Vi frågar aldrig efter personnummer.",
    },
    {
      heading: "Vem som ser det",
      text:
        "Vår trafikledning ser bokningen. Föraren ser ditt namn, ditt nummer, platserna, flygnumret och meddelandet. Vi säljer inget och delar inget för reklam.",
    },
    {
      heading: "Hur länge",
      text:
        "Priser du aldrig bokade tas bort av sig själva. Uppgifter om resor tas bort eller görs anonyma när de inte behövs; det som bokföringslagen kräver sparas i sju år.",
    },
    {
      heading: "När du söker din bokning",
      text:
        `Söker du din bokning med kod och telefonnummer räknar vi försöken, så att ingen kan gissa sig till någon annans resa. Vi räknar dem för koden och för din nätadress, båda gjorda oläsliga med en hemlig nyckel. Räkningen är borta efter högst ${
          spokenMinutesSv(triesMinutes)
        }.`,
    },
    {
      heading: "Platser du sparar",
      text:
        "Har du ett konto kan du spara platser, som hem och jobb. De är krypterade hos oss, visas bara för dig och finns kvar tills du tar bort dem.",
    },
    {
      heading: KEPT_HEADING,
      text:
        `Väljer du språk sparas valet i en kaka. Det du skrivit om resan sparas i ${draftHours} timmar och det om dig i fliken tills du stänger den, så att inget försvinner. Biljetten du såg senast sparas tills ${ticketHours} timmar efter framkomst, och sidan som visas utan nät likaså, så att de går att läsa där täckningen är dålig. Loggar du ut töms det; här kan du tömma det nu. Trycker du på Kom ihåg platser sparas de senaste du valt på din enhet tills du trycker på Glöm, och skickas ingenstans. Var du är frågar vi bara när du trycker på Min position: läget skickas då en gång, för att bli en plats med ett namn. Inget används för att följa dig, och därför finns ingen ruta att klicka bort.`,
    },
    {
      heading: "När något går sönder på en sida",
      text:
        `Slutar en del av en sida att fungera skickar sidan en felrapport till oss: vilken sida det var, vilka knappar och fält som användes i vilken ordning, svarstider och felkoder, strax innan det hände. Den innehåller inget du skrivit eller valt, ingen adress och inte din plats, och den sparas inte på din enhet. Vi har den i ${reportDays} dagar för att kunna laga felet. För att se hur många ett fel drabbar räknar vi nätadresser, gjorda oläsliga med en hemlig nyckel, i ${countDays} dagar. Vi spelar inte in din skärm.`,
    },
    {
      heading: "Biljettens adress",
      text:
        "Den som har adressen till din biljett kan se och avboka resan. Dela den bara med den du litar på.",
    },
    {
      heading: "Dina rättigheter",
      text:
        "Du kan få veta vad vi har, få det rättat eller raderat, och få en kopia. Vi svarar inom en månad. Är du missnöjd kan du klaga hos Integritetsskyddsmyndigheten, imy.se.",
    },
    {
      heading: "Det som avgörs utan en människa",
      text:
        "Priset räknas ur taxan, vägen, tiden och almanackan, aldrig ur vem du är. Vilka bilar som är lediga följer av de bokningar som finns. Hur många resor ett nummer kan ha bokade, och hur ofta någon kan fråga, är lika för alla. Vilken bil som kör föreslås av systemet och avgörs av en trafikledare. Tycker du att något blev fel kan du ringa oss: en människa ser på det, kan ändra det och talar om varför det blev så.",
    },
  ],
};
