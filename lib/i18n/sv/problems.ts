// Swedish: what the API says when a request is refused. What happened, what it means, what to do.
import type { ProblemTexts } from "../problem-texts.ts";

/** Texts by error code. */
export const problemsSv: ProblemTexts = {
  "bad-request": "Det som skickades gick inte att läsa. Inget är bokat eller ändrat.",
  "body-too-slow":
    "Det tog för lång tid för uppgifterna att komma fram. Inget är ändrat. Försök igen.",
  "body-unreadable": "Uppgifterna kom inte fram hela eller är inte UTF-8. Inget är ändrat.",
  "json-malformed": "Uppgifterna är inte giltig JSON. Inget är bokat eller ändrat.",
  "json-too-deep": "Uppgifterna är nästlade för djupt. Använd högst {maxDepth} nivåer.",
  "too-many-fields": "Det är för många uppgifter på en gång. Skicka högst {maxFields}.",
  "name-repeated": "Samma uppgift finns två gånger. Skicka varje namn en gång.",
  "name-forbidden": "En uppgift har ett namn som ingen uppgift kan ha. Inget är ändrat.",
  "too-many-headers": "Anropet har för många rubriker. Skicka högst {maxHeaders}.",
  "idempotency-key-missing":
    "Skicka en egen nyckel i {header}, så att samma köp inte görs två gånger.",
  "idempotency-key-too-long": "Skriv nyckeln i {header} med högst {maxCharacters} tecken.",
  invalid: "Uppgifterna behöver ses över. Inget är bokat eller ändrat.",
  "not-allowed": "Det får du inte göra med din roll. Fråga en administratör.",
  "person-not-found": "Personen finns inte.",
  "address-taken": "Adressen hör redan till ett konto.",
  "own-rights": "Ingen ändrar sina egna rättigheter. Be en annan administratör.",
  "last-admin": "Minst en administratör måste finnas kvar. Ge någon annan rollen först.",
  "too-many-grants": "Personen har så många roller som går. Ta bort en först.",
  "request-state": "Begäran är redan i ett annat läge. Läs in sidan igen.",
  "request-too-late": "Det är för sent att säga att det tar längre tid, eller redan sagt.",
  "four-eyes": "En annan person måste bekräfta det.",
  "payment-state": "Det går inte längre att göra med betalningen: se hur den står nu.",
  "payment-amount": "Beloppet är större än vad som finns. Välj ett lägre.",
  "consent-unknown": "Det finns inget sådant att samtycka till.",
  "not-signed-in": "Du är inte inloggad. Logga in och försök igen.",
  "cross-origin": "Formuläret skickades inte från vår egen sida. Inget är ändrat.",
  "not-found": "Det finns inget på den adressen.",
  "host-unknown": "Här svarar vi inte under det namnet i Host. Kontrollera adressen.",
  "method-not-allowed": "Adressen tar inte emot den metoden. Se Allow.",
  "too-large": "Det som skickades är för stort. Skicka högst {maxKibibytes} KiB.",
  "address-too-long": "Adressen är för lång. Använd högst {maxCharacters} tecken.",
  "unsupported-media-type": "Skicka uppgifterna som {accepts}.",
  "network-unavailable":
    "En tjänst vi behöver går inte att nå just nu. Inget är ändrat. Försök igen om en stund.",
  "database-unavailable":
    "Vi kan inte spara något just nu. Inget är ändrat. Försök igen om en stund, eller ring oss.",
  "service-unavailable": "Tjänsten svarar inte just nu. Försök igen om en stund.",
  internal: "Ett fel hos oss. Är du osäker på om resan blev bokad: öppna biljetten eller ring oss.",
  "quote-not-found": "Priset finns inte. Hämta ett nytt.",
  "quote-expired": "Priset har gått ut. Hämta ett nytt; inget är bokat.",
  "quote-used": "Priset är redan använt till en bokning.",
  "quote-altered": "Priset stämmer inte med det vi gav. Hämta ett nytt; inget är bokat.",
  "quote-for-other-booking": "Priset gäller en annan bokning.",
  "class-not-offered": "Fordonet ingår inte i priset. Välj ett av de som visas.",
  "no-route-same-point": "Från och till är samma plats. Ändra en av dem.",
  "no-route-abroad": "Resan går utanför Sverige. Vi kör inom Sverige. Telefon {phone}.",
  "no-route-no-road": "Mellan platserna går ingen väg för bilar. Telefon {phone}.",
  "no-route-no-crossing":
    "Mellan platserna går varken bro eller avgiftsfri bilfärja. Telefon {phone}.",
  "pickup-too-soon": "Så snart hinner ingen bil fram. Välj en senare tid.",
  "pickup-too-late": "Så långt fram tar vi inte bokningar än. Välj ett tidigare datum.",
  "no-class-fits": "Ingen bil rymmer alla och allt. Boka två bilar.",
  "no-tariff": "Det finns inget pris för den dagen än.",
  "tariff-unreadable":
    "Vi kan inte ge något pris för den dagen just nu. Andra dagar går att boka som vanligt; försök igen senare, eller ring oss.",
  "no-vehicle-free": "Ingen bil är ledig då. Välj en av tiderna; inget är bokat.",
  "vehicle-not-free": "Bilen är upptagen då. Välj en annan.",
  "vehicle-not-found": "Bilen finns inte.",
  "driver-not-found": "Föraren finns inte.",
  "booking-not-found": "Bokningen finns inte.",
  "invoice-refused": "Resan kan inte betalas mot faktura. Välj ett annat sätt.",
  "booking-state": "Det går inte i det läge bokningen är.",
  "booking-changed": "Bokningen ändrades av någon annan. Läs den på nytt och välj igen.",
  "field-fixed": "Det går inte att ändra när resan har kommit så långt. Inget är ändrat.",
  "nothing-changed": "Inget är annorlunda än förut. Inget är ändrat.",
  "price-changed":
    "Priset blev ett annat än det som visades. Se det nya och välj igen; inget är ändrat.",
  "car-unfit": "Bilen passar inte resan. Välj en annan; inget är ändrat.",
  "outage-not-found": "Bilen är inte tagen ur trafik då.",
  "act-unlikely":
    "Det stämmer inte med tiden för resan. Bekräfta om det ändå är så; inget är ändrat.",
  "no-show-too-soon": "Kunden ska få vänta ut sin tid först. Inget är ändrat.",
  "act-not-found": "Det finns inget att ångra där.",
  "undo-too-late": "Det är för sent att ångra. Inget är ändrat.",
  "undo-overtaken":
    "Någon har ändrat samma sak sedan dess, så det går inte att ångra. Inget är ändrat.",
  "moved-too-often":
    "Resan har flyttats så många gånger att vi hellre pratar med dig. Ring oss så hjälper vi dig.",
  "reschedule-too-late": "Det är för sent att ändra tiden. Ring oss så hjälper vi dig.",
  "cancellation-fee-changed": "Avgiften har ändrats. Läs den nya och välj igen; inget är avbokat.",
  "idempotency-key-reused": "Nyckeln är redan använd till något annat. Välj en ny; inget är bokat.",
  "link-invalid": "Länken stämmer inte. Kontrollera att du fick med hela.",
  "booking-erased":
    "Uppgifterna i bokningen är raderade, så den går inte att se eller ändra. Telefon {phone}.",
  "token-invalid": "Formuläret hör inte till din inloggning. Ladda om sidan; inget har ändrats.",
  overloaded:
    "Det är många som vill något just nu. Inget är ändrat. Försök igen om några sekunder.",
  "too-many-bookings":
    "Numret, eller kontot, har {most} resor som inte har börjat, och fler bokas över telefon. Inget är bokat. Telefon {phone}.",
  "too-many-requests":
    "Det blev för mycket på en gång. Inget är ändrat. Vänta {retryAfterSeconds} sekunder och försök igen.",
  "too-many-tries": "För många försök. Vänta {retryAfterSeconds} sekunder och försök igen.",
  busy: "Många bokar just nu. Försök igen; inget är bokat med det här försöket.",
};
