// Swedish: signing in, and what a person keeps of how they do it.

/** Accounts. */
export const accountSv = {
  signInTitle: "Logga in",
  signInLead: "För dig som arbetar här, kör för oss eller har ett konto som kund.",
  email: "E-post",
  password: "Lösenord",
  signIn: "Logga in",
  signingIn: "Loggar in …",
  tooOften: (minutes: number) =>
    minutes === 1
      ? "För många försök. Vänta en minut och försök igen."
      : `För många försök. Vänta ${minutes} minuter och försök igen.`,
  needsFactor: "Du har visat vem du är. Lägg till en andra faktor, så öppnas sidorna för dig.",
  codeTitle: "Skriv koden",
  codeLead: "Öppna din autentiseringsapp och skriv koden för Avanti.",
  code: "Kod",
  codeHint: "Sex siffror, eller en av dina återställningskoder.",
  codeOver: "Det gick för lång tid. Logga in igen.",
  goOn: "Fortsätt",
  goingOn: "Fortsätter …",
  fewCodesLeft: (left: number) =>
    left === 0
      ? "Det var din sista återställningskod. Gör nya."
      : left === 1
      ? "Du har en återställningskod kvar. Gör nya innan den är slut."
      : `Du har ${left} återställningskoder kvar.`,
  securityTitle: "Inloggning och säkerhet",
  signedInAs: (name: string, role: string) => `${name}, ${role}`,
  confirmTitle: "Visa att det är du",
  confirmLead: "Det du vill göra går inte att ta tillbaka. Visa att det är du först.",
  confirmAnew: (minutes: number) =>
    `Det du vill göra går inte att ta tillbaka. Logga in en gång till, och gör det inom ${minutes} minuter.`,
  passwordTitle: "Lösenord",
  passwordNone: "Du har inget lösenord.",
  passwordSince: (moment: string) => `Satt ${moment}.`,
  newPassword: "Nytt lösenord",
  newPasswordHint: (min: number) =>
    `Minst ${min} tecken. Några ord som inte hör ihop är lättast att minnas.`,
  passwordNote:
    "Byter du lösenord loggas du ut på alla andra enheter. Klistra gärna in från en lösenordshanterare.",
  savePassword: "Spara lösenordet",
  saving: "Sparar …",
  passwordSaved: "Lösenordet är sparat.",
  appTitle: "Autentiseringsapp",
  appNone: "En app i telefonen visar en kod som byts hela tiden. Koden behövs när du loggar in.",
  appNeeded: "Du behöver en för att komma åt det kunder har bokat.",
  appSince: (moment: string) => `I bruk sedan ${moment}.`,
  appBegin: "Lägg till en app",
  appReplace: "Byt app",
  appScan: "Läs av rutan med appen, eller skriv in nyckeln för hand.",
  appOpen: "Öppna i appen på den här telefonen",
  appKey: "Nyckel",
  appConfirm: "Skriv koden som appen visar nu",
  appConfirmButton: "Ta i bruk",
  appRemove: "Ta bort appen",
  appRemoved: "Appen är borttagen, och återställningskoderna med den.",
  codesTitle: "Återställningskoder",
  codesLead:
    "Spara koderna där du inte har telefonen. Var och en släpper in dig en gång. De visas bara nu.",
  codesLeft: (left: number, of: number) => `${left} av ${of} koder kvar.`,
  codesRenew: "Gör nya koder",
  codesDone: "Jag har sparat dem",
  sessionsTitle: "Inloggad här",
  sessionThis: "Den här enheten",
  sessionUnknown: "Okänd enhet",
  sessionSince: (moment: string) => `Inloggad ${moment}`,
  sessionEnd: "Logga ut",
  sessionEndOf: (device: string) => `Logga ut ${device}`,
  sessionsEndOthers: "Logga ut överallt utom här",
  sessionsEnded: "De andra är utloggade.",
  signOut: "Logga ut",
  signedOutTitle: "Du är utloggad",
  signedOut: "Inloggningen är avslutad, både hos oss och i den här webbläsaren.",
  toWork: "Till dagens resor",
};
