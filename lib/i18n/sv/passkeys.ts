// Swedish: passkeys, which people here call keys in their phone or computer.

/** Passkeys. */
export const passkeysSv = {
  title: "Nycklar i telefon och dator",
  lead:
    "En nyckel (passkey) ligger i din telefon eller dator och öppnas med finger, ansikte eller kod. Den ersätter både lösenord och kod.",
  none: "Du har ingen nyckel än.",
  needsScript: "En ny nyckel kräver att JavaScript är påslaget.",
  add: "Lägg till en nyckel",
  asking: "Väntar på din enhet …",
  failed: "Det blev ingen nyckel. Försök igen, eller välj ett annat sätt.",
  name: "Nyckelns namn",
  unnamed: "Namnlös nyckel",
  since: (moment: string) => `Tillagd ${moment}`,
  used: (moment: string) => `Använd ${moment}`,
  changeOf: (name: string) => `Ändra ${name}`,
  rename: "Spara namnet",
  remove: "Ta bort nyckeln",
  added: "Nyckeln är tillagd.",
  removed: "Nyckeln är borttagen.",
  renamed: "Namnet är sparat.",
  signIn: "Logga in med en nyckel",
  confirm: "Visa med en nyckel",
};
