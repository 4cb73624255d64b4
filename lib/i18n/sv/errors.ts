// Swedish: what a page says when it cannot be shown. What happened, what it means, what to do.

/** Texts by HTTP status; `other` is used for statuses without a text of their own. */
export const errorsSv = {
  byStatus: {
    400: {
      title: "Begäran gick inte att läsa",
      text: "Inget är bokat eller ändrat. Gå tillbaka och försök igen.",
    },
    401: { title: "Du är inte inloggad", text: "Sidan är för personal. Logga in och försök igen." },
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
    410: {
      title: "Det här gäller inte längre",
      text:
        "Tiden har gått ut. Inget nytt är bokat. Hämta ett nytt pris så fortsätter du därifrån.",
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
      title: "Det kom många försök på kort tid",
      text: "Inget är bokat med de senaste försöken. Vänta en minut och försök igen.",
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
  code: "Felkod",
  toStart: "Till startsidan",
  help: "Hjälp",
  offlineTitle: "Du är utan nät",
  offlineText: "Sidan visas när nätet är tillbaka. Resor du redan bokat gäller; bilen kommer ändå.",
};
