// English: what a page says when it cannot be shown. What happened, what it means, what to do.
import type { errorsSv } from "../sv/errors.ts";

/** Texts by HTTP status; others below 500 share the text of 400, and above it that of 500. */
export const errorsEn: typeof errorsSv = {
  byCode: {
    "booking-erased": {
      title: "The details are erased",
      text:
        "The customer of this ride has been erased. The ticket can no longer be seen, moved, changed or cancelled. Call us if you need anything for your accounts.",
    },
  },
  /** Said where a form has no place of its own for it. */
  personalNumber: {
    title: "Take the personal identity number out",
    text:
      "There was a Swedish personal identity number in what you wrote. We never store one, so nothing is booked, searched or changed. Go back in the browser, take the number out and send again; the rest of what you wrote is still there. Where we need to know who somebody is, a name and a telephone number are enough.",
  },
  byStatus: {
    400: {
      title: "We could not read what you sent",
      text: "Nothing is booked or changed. Go back and try again.",
    },
    403: {
      title: "You do not have access to the page",
      text: "Nothing is changed. Go to the start page, or call us if you should have access.",
    },
    404: {
      title: "There is no such page",
      text:
        "The address may be misspelt, or the ticket has been removed. Check the link, or begin at the start page.",
    },
    405: {
      title: "It cannot be done this way",
      text: "Nothing is booked or changed. Go back to the page and use the button there.",
    },
    409: {
      title: "Something changed while you were reading",
      text:
        "The ride was changed somewhere else, so your change was not made. Reload the page and choose again.",
    },
    413: {
      title: "That was too much text",
      text: "Nothing is booked or changed. Go back and write less.",
    },
    422: {
      title: "Some of the details do not fit",
      text: "Nothing is booked or changed. Go back and look over the details.",
    },
    429: {
      title: "That was too much at once",
      text: "Nothing is booked or changed.",
    },
    500: {
      title: "A fault on our side",
      text:
        "The page could not be shown. If you are unsure whether the ride was booked, open your ticket, or call us and read out the code.",
    },
    503: {
      title: "We will be back shortly",
      text:
        "The service is not answering right now. Rides already booked are not affected. Try again in a minute.",
    },
  },
  comeBack: {
    seconds: (count) => `Wait ${count} ${count === 1 ? "second" : "seconds"} and try again.`,
    minutes: (count) => `Wait ${count} ${count === 1 ? "minute" : "minutes"} and try again.`,
  },
  crowded: {
    title: "Many people want to travel right now",
    text: "Nothing is booked or changed. Wait a few seconds and try again.",
    again: "Try again",
    goBack: "Go back in your browser to send it again. What you wrote is still there.",
  },
  byCategory: {
    "validation": "Some of the details do not fit. Nothing is changed.",
    "authentication": "You need to sign in first. Nothing is changed.",
    "authorization": "You do not have access to this. Nothing is changed.",
    "business-rule": "Our rules do not allow it. Nothing is changed.",
    "not-found": "What you are looking for does not exist.",
    "conflict": "Something changed while you were reading. Reload the page and try again.",
    "rate-limit": "That was too many tries in a short time. Wait a while and try again.",
    "external-service":
      "A service we need does not answer as it should. Try again in a while, or call us.",
    "database": "We cannot store anything right now. Try again in a while, or call us.",
    "network": "We cannot reach a service we need. Try again in a while, or call us.",
    "internal": "A fault on our side. Try again, or call us and read out the code.",
  },
  islandFailed: (code: string) =>
    `Something in this part of the page stopped working. The page can still be used; reload it if something is missing. Error code: ${code}`,
  code: "Error code",
  toStart: "To the start page",
  help: "Help",
  offlineTitle: "You are offline",
  offlineTicket: {
    ticket: "Show the ticket",
    kept: "You are offline. This is the ticket as it was at {time}.",
  },
  offlineText:
    "The page will show when the connection is back. Rides you have booked still hold; the car comes anyway.",
};
