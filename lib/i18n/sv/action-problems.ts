// Swedish: why an act of an operator was refused, by its problem.
import { actProblemsSv } from "./act-words.ts";
import { undoProblemsSv } from "./last-act.ts";

/** The sentences. */
export const actionProblemsSv = {
  ...actProblemsSv,
  ...undoProblemsSv,
  "booking-state": "Det går inte i det läge resan är nu. Läget nedan är det senaste.",
  "driver-not-found": "Föraren finns inte längre. Välj en annan.",
  "vehicle-not-free": "Förarens bil är upptagen den tiden. Välj en annan förare.",
  "booking-not-found": "Bokningen finns inte.",
  "reason-missing": (max: number) => `Skriv ett skäl, högst ${max} tecken.`,
  "fee-invalid": "Avgiften är ett belopp i kronor, från 0 till resans pris.",
  "driver-missing": "Välj en förare.",
  "not-allowed": "Din roll får inte göra det. Inget har ändrats.",
  "not-signed-in": "Du är utloggad. Logga in igen; inget har ändrats.",
  "token-invalid":
    "Sidan var för gammal för att spara säkert. Ladda om den och försök igen; inget har ändrats.",
  offline: "Ingen kontakt med servern. Inget har ändrats; försök igen när kontakten är tillbaka.",
  other: "Det gick inte att spara. Läget nedan är det senaste vi vet; försök igen.",
};
