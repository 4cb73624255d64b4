// Swedish: asking for a code, an account, or the way back into one.

/** Joining, codes and recovery. */
export const joiningSv = {
  byCode: "Logga in med en kod",
  byCodeLead:
    "Skriv din e-post eller ditt mobilnummer, så skickar vi en kod. Du behöver inget konto för att se det du har bokat.",
  forgotten: "Glömt lösenordet?",
  noAccount: "Skapa ett konto",
  hasAccount: "Har du redan ett konto? Logga in.",
  reach: "E-post eller mobil",
  sendCode: "Skicka koden",
  sending: "Skickar …",
  sentTitle: "Skriv koden",
  sentTo: (reach: string, minutes: number) =>
    `Vi har skickat sex siffror till ${reach}. De gäller i ${minutes} minuter, i den här webbläsaren.`,
  sentNothing:
    "Kom ingen kod? Titta i skräpposten. Har adressen redan ett konto fick du ett meddelande om det i stället.",
  sentAnother: "Skicka en ny kod",
  sentOver: "Koden gäller inte längre. Skicka en ny.",
  code: "Sex siffror",
  registerTitle: "Skapa ett konto",
  registerLead:
    "Med ett konto står dina resor och platser på ett ställe. Du behöver inget för att boka.",
  name: "Namn",
  passwordHint: (min: number) =>
    `Minst ${min} tecken. Utan lösenord loggar du in med en kod eller en nyckel i telefonen.`,
  optional: "valfritt",
  create: "Skapa kontot",
  creating: "Skapar …",
  terms: "Villkoren och vad vi sparar om dig:",
  recoverTitle: "Glömt lösenordet",
  recoverLead:
    "Skriv adressen eller numret som ditt konto har. Du får en länk som du väljer ett nytt lösenord med.",
  recoverSend: "Skicka länken",
  recoverSent: (reach: string, minutes: number) =>
    `Har ${reach} ett konto är en länk på väg. Den gäller i ${minutes} minuter.`,
  recoverOther: "Har du en autentiseringsapp behövs en kod ur den också. Är den borta, ring oss.",
  newTitle: "Välj ett nytt lösenord",
  newLead: (name: string) => `För ${name}. Du loggas ut överallt annars.`,
  newSave: "Spara och logga in",
  linkDead: {
    unknown: "Länken fungerar inte. Be om en ny.",
    used: "Länken är redan använd. Be om en ny.",
    expired: "Länken gäller inte längre. Be om en ny.",
  },
  askAnew: "Be om en ny länk",
  reachTitle: "E-post och mobil",
  reachLead:
    "Hit skickar vi biljetter och koder. En ny adress gäller när du har skrivit koden vi skickar dit.",
  reachNone: "ingen",
  reachEmail: "E-post",
  reachPhone: "Mobil",
  reachNew: "Ny e-post eller nytt mobilnummer",
  reachSaved: "Adressen är sparad.",
  joined: "Kontot är klart. Lägg gärna till ett lösenord eller en nyckel.",
};
