// Swedish: what a page says when it cannot be shown. What happened, what it means, what to do.

/** Texts by HTTP status; others below 500 share the text of 400, and above it that of 500. */
export const errorsSv = {
  /** Where a code says more than its status. */
  byCode: {
    "booking-erased": {
      title: "Uppgifterna är raderade",
      text:
        "Den som resan bokades för är raderad hos oss. Därför går biljetten inte längre att se, flytta, ändra eller avboka. Ring oss om du behöver något för bokföringen.",
    },
  },
  /** Said where a form has no place of its own for it. */
  personalNumber: {
    title: "Ta bort personnumret",
    text:
      "Det stod ett personnummer i det du skrev. Vi sparar aldrig personnummer, så inget är bokat, sökt eller ändrat. Gå tillbaka i webbläsaren, ta bort numret och skicka igen; resten av det du skrev finns kvar. Behöver vi veta vem någon är räcker namn och telefonnummer.",
  },
  byStatus: {
    400: {
      title: "Vi kunde inte läsa det du skickade",
      text: "Inget är bokat eller ändrat. Gå tillbaka och försök igen.",
    },
    403: {
      title: "Du har inte tillgång till sidan",
      text: "Inget är ändrat. Gå till startsidan, eller ring oss om du borde ha tillgång.",
    },
    404: {
      title: "Sidan finns inte",
      text:
        "Adressen kan vara felskriven, eller så är biljetten borttagen. Kontrollera länken, eller börja från startsidan.",
    },
    405: {
      title: "Det går inte att göra så här",
      text: "Inget är bokat eller ändrat. Gå tillbaka till sidan och använd knappen där.",
    },
    409: {
      title: "Något ändrades medan du läste",
      text:
        "Resan är ändrad på ett annat ställe, så din ändring gjordes inte. Ladda sidan på nytt och välj igen.",
    },
    413: {
      title: "Det blev för mycket text",
      text: "Inget är bokat eller ändrat. Gå tillbaka och skriv kortare.",
    },
    422: {
      title: "Något i uppgifterna stämmer inte",
      text: "Inget är bokat eller ändrat. Gå tillbaka och se över uppgifterna.",
    },
    429: {
      title: "Det blev för mycket på en gång",
      text: "Inget är bokat eller ändrat.",
    },
    500: {
      title: "Ett fel hos oss",
      text:
        "Sidan gick inte att visa. Är du osäker på om resan blev bokad: öppna din biljett, eller ring oss och läs upp koden.",
    },
    503: {
      title: "Vi är strax tillbaka",
      text:
        "Tjänsten svarar inte just nu. Redan bokade resor påverkas inte. Försök igen om en minut.",
    },
  },
  /** How long somebody waits who asked too much at once. */
  comeBack: {
    seconds: (count: number) =>
      `Vänta ${count} ${count === 1 ? "sekund" : "sekunder"} och försök igen.`,
    minutes: (count: number) =>
      `Vänta ${count} ${count === 1 ? "minut" : "minuter"} och försök igen.`,
  },
  /** At a rush, when a page is not even begun. */
  crowded: {
    title: "Många vill åka just nu",
    text: "Inget är bokat eller ändrat. Vänta några sekunder och försök igen.",
    again: "Försök igen",
    goBack: "Gå tillbaka i webbläsaren för att skicka igen. Det du skrev finns kvar.",
  },
  /** What is told of an error that has no sentence of its own. */
  byCategory: {
    "validation": "Något i uppgifterna stämmer inte. Inget är ändrat.",
    "authentication": "Du behöver logga in först. Inget är ändrat.",
    "authorization": "Du har inte tillgång till det här. Inget är ändrat.",
    "business-rule": "Det går inte enligt våra regler. Inget är ändrat.",
    "not-found": "Det du söker finns inte.",
    "conflict": "Något ändrades medan du läste. Ladda sidan på nytt och försök igen.",
    "rate-limit": "Det blev för många försök på kort tid. Vänta en stund och försök igen.",
    "external-service":
      "En tjänst vi behöver svarar inte som den ska. Försök igen om en stund, eller ring oss.",
    "database": "Vi kan inte spara något just nu. Försök igen om en stund, eller ring oss.",
    "network": "Vi når inte en tjänst som vi behöver. Försök igen om en stund, eller ring oss.",
    "internal": "Ett fel hos oss. Försök igen, eller ring oss och läs upp koden.",
  },
  /** Said where a part of a page failed that the page works without. */
  islandFailed: (code: string) =>
    `Något i den här delen av sidan slutade fungera. Sidan går att använda ändå; ladda om den om något fattas. Felkod: ${code}`,
  code: "Felkod",
  toStart: "Till startsidan",
  help: "Hjälp",
  offlineTitle: "Du är utan nät",
  offlineTicket: {
    ticket: "Visa biljetten",
    kept: "Du är utan nät. Så här såg biljetten ut klockan {time}.",
  },
  offlineText: "Sidan visas när nätet är tillbaka. Resor du redan bokat gäller; bilen kommer ändå.",
};
