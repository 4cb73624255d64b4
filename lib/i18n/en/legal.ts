// English: terms and privacy.
import { spokenMinutesEn } from "./spoken.ts";
import type { legalSv } from "../sv/legal.ts";

/** The part of the privacy page that can be acted on. */
const KEPT_HEADING = "In your browser";

/** Sections of the terms and of the privacy page. */
export const legalEn: typeof legalSv = {
  termsTitle: "Terms",
  termsLead: "This is what holds between you and Avanti when you book a ride.",
  terms: (
    quoteMinutes: number,
    freeMinutes: number,
    late: string,
    noShow: string,
  ) => [
    {
      heading: "Price",
      text:
        `The price on your ticket is the whole price, with VAT. A price you have been given holds for ${quoteMinutes} minutes and is fixed once you book. Where the law asks for a maximum price, it is on the page and on the ticket.`,
    },
    {
      heading: "Changing and cancelling",
      text: `You change and cancel on the ticket. Until ${
        spokenMinutesEn(freeMinutes)
      } before pickup it costs nothing. Later it costs ${late}, and if nobody comes to the car ${noShow}. The fee is always shown before you confirm. A fee below the whole price carries no VAT; if you pay the whole price, or nobody comes to the car, it includes the VAT of the ride.`,
    },
    {
      heading: "Right of withdrawal",
      text:
        "The Swedish act on distance contracts gives no right of withdrawal for passenger transport. The cancellation terms above protect you instead.",
    },
    {
      heading: "If we cannot drive",
      text:
        "If no car can come you pay nothing. We tell you as soon as we know and arrange another car if we can.",
    },
    {
      heading: "Payment",
      text:
        "You choose how to pay when you book, else you pay in the car. From a card no more than the price is ever taken, and only when the ride is over. The receipt has the distance and the time.",
    },
    {
      heading: "Complaints",
      text:
        "Talk to us first. If we do not agree you can turn to the National Board for Consumer Disputes, arn.se. We follow its decisions.",
    },
  ],
  privacyTitle: "Your data",
  privacyLead: "What we keep about you, why and for how long.",
  keptHeading: KEPT_HEADING,
  forgetKept: {
    label: "Clear what is kept here",
    done: "Cleared. Nothing about your trips is left in the browser.",
    failed: "It could not be cleared. Close other tabs with our pages and try again.",
  },
  privacy: (
    triesMinutes: number,
    reportDays: number,
    countDays: number,
    draftHours: number,
    ticketHours: number,
  ) => [
    {
      heading: "What we keep",
      text:
        "Name, phone number, e-mail if you give it, places, time, how many you are, whether someone travels in a wheelchair, and what comes along, vehicle, price, your flight number if you give it, your language and your message to the driver. We need them to drive the ride you booked. We never ask for a personal identity number.",
    },
    {
      heading: "Who sees it",
      text:
        "Our dispatchers see the booking. The driver sees your name, your number, the places, the flight number and the message. We sell nothing and share nothing for advertising.",
    },
    {
      heading: "How long",
      text:
        "Prices you never booked disappear by themselves. Details of rides are removed or made anonymous when no longer needed; what the Swedish Bookkeeping Act requires is kept for seven years.",
    },
    {
      heading: "When you look for your booking",
      text:
        `If you look for your booking by its code and phone number we count the tries, so that nobody can guess their way to someone else's ride. We count them for the code and for your network address, both made unreadable with a secret key. The count is gone after ${
          spokenMinutesEn(triesMinutes)
        } at most.`,
    },
    {
      heading: "Places you save",
      text:
        "With an account you can save places, such as home and work. They are encrypted with us, shown to you alone, and stay until you remove them.",
    },
    {
      heading: KEPT_HEADING,
      text:
        `If you choose a language, the choice is kept in a cookie. What you write about the trip is kept for ${draftHours} hours, and what you write about yourself in the tab until you close it, so that nothing is lost. The ticket you looked at last is kept until ${ticketHours} hours after arrival, and so is the page shown without a connection, so that they can be read where coverage is poor. Signing out clears it; here you can clear it now. If you press Remember places, the last ones you choose are kept on your device until you press Forget, and are sent nowhere. We ask where you are only when you press My position: it is sent once, to become a place with a name. Nothing is used to follow you, so there is no box to click away.`,
    },
    {
      heading: "When something on a page breaks",
      text:
        `When a part of a page stops working, the page sends us a report: which page it was, which buttons and fields were used in which order, times of answers and error codes, shortly before it happened. It holds nothing you wrote or chose, no address and not your position, and it is not stored on your device. We have it for ${reportDays} days, to mend the fault. To see how many people a fault meets we count network addresses, made unreadable with a secret key, for ${countDays} days. We do not record your screen.`,
    },
    {
      heading: "The address of the ticket",
      text:
        "Whoever has the address of your ticket can see and cancel the ride. Share it only with someone you trust.",
    },
    {
      heading: "Your rights",
      text:
        "You can learn what we have, have it corrected or erased, and get a copy. We answer within a month. If you are not satisfied you can complain to the Swedish Authority for Privacy Protection, imy.se.",
    },
    {
      heading: "What is decided without a person",
      text:
        "The price follows from the tariff, the way, the time and the calendar, never from who you are. Which cars are free follows from the bookings there are. How many rides a number may have booked, and how often somebody may ask, is the same for everybody. Which car drives is suggested by the system and decided by a dispatcher. If you think that something came out wrong, call us: a person looks at it, can change it and says why it came out so.",
    },
  ],
};
