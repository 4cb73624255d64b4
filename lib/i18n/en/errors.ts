// English: what a page says when it cannot be shown. What happened, what it means, what to do.
import type { errorsSv } from "../sv/errors.ts";

/** Texts by HTTP status; `other` is used for statuses without a text of their own. */
export const errorsEn: typeof errorsSv = {
  byStatus: {
    400: {
      title: "The request could not be read",
      text: "Nothing is booked or changed. Go back and try again.",
    },
    401: { title: "You are not signed in", text: "The page is for staff. Sign in and try again." },
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
    410: {
      title: "This no longer holds",
      text: "The time has run out. Nothing new is booked. Get a new price and continue from there.",
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
      title: "There were many attempts in a short time",
      text: "The latest attempts booked nothing. Wait a minute and try again.",
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
  code: "Error code",
  toStart: "To the start page",
  help: "Help",
  offlineTitle: "You are offline",
  offlineText:
    "The page will show when the connection is back. Rides you have booked still hold; the car comes anyway.",
};
