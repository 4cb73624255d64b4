// Swedish: the help page.
import { spokenMinutesSv } from "./spoken.ts";

/** Questions and answers. */
export const helpSv = {
  title: "Hjälp",
  lead: "Svar på vanliga frågor.",
  questions: (quoteMinutes: number, freeMinutes: number) => [
    {
      question: "Hur vet jag att resan är bokad?",
      answer:
        "Du kommer till din biljett med bokningskod, tid och pris. Spara sidans adress; den är din biljett.",
    },
    {
      question: "Kan priset ändras?",
      answer: `Nej. Priset du ser gäller i ${
        spokenMinutesSv(quoteMinutes)
      }, och när du bokat ligger det fast. Det ändras bara om du själv byter tid, och då ser du det nya priset först.`,
    },
    {
      question: "Hur avbokar jag?",
      answer: `Öppna biljetten och välj Avboka. Till ${
        spokenMinutesSv(freeMinutes)
      } före upphämtning kostar det inget. Du ser alltid avgiften innan du bestämmer dig.`,
    },
    {
      question: "Hur betalar jag?",
      answer:
        "Du väljer när du bokar: på förhand med kort eller Swish där det går, annars i bilen. Det är samma pris som på biljetten.",
    },
    {
      question: "Jag har barn, djur eller mycket bagage. Vad gör jag?",
      answer:
        "Öppna ”Barnstol, djur eller skrymmande” i formuläret och välj antal. Du ser bara fordon där allt får plats.",
    },
    {
      question: "Jag använder rullstol.",
      answer:
        "Välj vid ”Någon reser i rullstol” i formuläret hur många det är. Du ser bara bilar med ramp eller lift; du sitter kvar i stolen och medföljande åker med. De bilarna säljs inte till andra.",
    },
    {
      question: "Adressen hittas inte.",
      answer:
        "Skriv gatan utan nummer, närmaste hållplats eller orten, eller peka ut platsen på kartan. Portkod och nummer skriver du i meddelandet till föraren.",
    },
    {
      question: "Är sidan svår att använda?",
      answer:
        "Den ska gå att använda med tangentbord, skärmläsare och förstorad text. Gör den inte det vill vi veta det; ring eller skriv till oss så bokar vi åt dig.",
    },
  ],
};
