// English: the help page.
import { spokenMinutesEn } from "./spoken.ts";
import type { helpSv } from "../sv/help.ts";

/** Questions and answers. */
export const helpEn: typeof helpSv = {
  title: "Help",
  lead: "Answers to common questions.",
  questions: (quoteMinutes: number, freeMinutes: number) => [
    {
      question: "How do I know the ride is booked?",
      answer:
        "You come to your ticket with a booking code, a time and a price. Save the address of that page; it is your ticket.",
    },
    {
      question: "Can the price change?",
      answer: `No. The price you see holds for ${
        spokenMinutesEn(quoteMinutes)
      }, and once you have booked it is fixed. It changes only if you move the ride yourself, and then you see the new price first.`,
    },
    {
      question: "How do I cancel?",
      answer: `Open the ticket and choose Cancel. Until ${
        spokenMinutesEn(freeMinutes)
      } before pickup it costs nothing. You always see the fee before you decide.`,
    },
    {
      question: "How do I pay?",
      answer:
        "You choose when you book: beforehand by card or Swish where that is offered, else in the car. It is the same price as on the ticket.",
    },
    {
      question: "I bring children, a pet or a lot of luggage. What do I do?",
      answer:
        "Open “Child seat, pet or bulky luggage” in the form and choose how many. You only see vehicles with room for everything.",
    },
    {
      question: "I use a wheelchair.",
      answer:
        "Choose at “Anyone in a wheelchair” in the form how many do. You only see cars with a ramp or lift; you stay in your chair and those with you come along. These cars are not sold to others.",
    },
    {
      question: "The address is not found.",
      answer:
        "Write the street without a number, the nearest stop or the town, or point the place out on the map. Put door codes and numbers in the message to the driver.",
    },
    {
      question: "Is the site hard to use?",
      answer:
        "It should work with a keyboard, a screen reader and enlarged text. If it does not, we want to know; call or write to us and we will book for you.",
    },
  ],
};
