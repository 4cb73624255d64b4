// English: what the API says when a request is refused. What happened, what it means, what to do.
import type { ProblemTexts } from "../problem-texts.ts";

/** Texts by error code. */
export const problemsEn: ProblemTexts = {
  "bad-request": "We could not read the request. Nothing is booked or changed.",
  "body-too-slow": "The details took too long to arrive. Nothing is changed. Try again.",
  "body-unreadable": "The details did not arrive whole or are not UTF-8. Nothing is changed.",
  "json-malformed": "The details are not valid JSON. Nothing is booked or changed.",
  "json-too-deep": "The details are nested too deep. Use at most {maxDepth} levels.",
  "too-many-fields": "That is too many details at once. Send at most {maxFields}.",
  "name-repeated": "The same detail is there twice. Send each name once.",
  "name-forbidden": "A detail has a name that no detail can have. Nothing is changed.",
  "too-many-headers": "The request has too many headers. Send at most {maxHeaders}.",
  "idempotency-key-missing":
    "Send a key of your own in {header}, so that one purchase is not made twice.",
  "idempotency-key-too-long": "Write the key in {header} in at most {maxCharacters} characters.",
  invalid: "Some details need another look. Nothing is booked or changed.",
  "not-allowed": "Your role does not allow that. Ask an administrator.",
  "person-not-found": "There is no such person.",
  "address-taken": "The address belongs to an account already.",
  "own-rights": "Nobody changes their own rights. Ask another administrator.",
  "last-admin": "At least one administrator must remain. Give somebody else the role first.",
  "too-many-grants": "The person has as many roles as there can be. Take one away first.",
  "request-state": "The request has come further meanwhile. Load the page again.",
  "request-too-late": "It is too late to say that it takes longer, or it has been said already.",
  "four-eyes": "Another person has to confirm it.",
  "payment-state": "That cannot be done to the payment any more: look at how it stands now.",
  "payment-amount": "The amount is more than there is. Choose a lower one.",
  "consent-unknown": "There is nothing of that kind to consent to.",
  "not-signed-in": "You are not signed in. Sign in and try again.",
  "cross-origin": "The request did not come from our own site. Nothing is changed.",
  "not-found": "There is nothing at this address.",
  "host-unknown": "We do not answer under the name in Host. Check the address.",
  "method-not-allowed": "This address does not take that method. See Allow.",
  "too-large": "The request is too large. Send at most {maxKibibytes} KiB.",
  "address-too-long": "The address is too long. Use at most {maxCharacters} characters.",
  "unsupported-media-type": "Send the details as {accepts}.",
  "network-unavailable":
    "A service we need cannot be reached right now. Nothing is changed. Try again in a while.",
  "database-unavailable":
    "We cannot store anything right now. Nothing is changed. Try again in a while, or call us.",
  "service-unavailable": "The service is not answering right now. Try again in a moment.",
  internal:
    "A fault on our side. If you are unsure whether you booked: open your ticket or call us.",
  "quote-not-found": "This price does not exist. Get a new one.",
  "quote-expired": "This price has expired. Get a new one; nothing is booked.",
  "quote-used": "This price has already been used for a booking.",
  "quote-altered": "This price is not the one we gave. Get a new one; nothing is booked.",
  "quote-for-other-booking": "This price is for another booking.",
  "class-not-offered": "This vehicle is not part of the price. Choose one of those shown.",
  "no-route-same-point": "From and to are the same place. Change one of them.",
  "no-route-abroad": "The trip leaves Sweden. We drive within Sweden. Telephone {phone}.",
  "no-route-no-road": "No road for cars leads between the places. Telephone {phone}.",
  "no-route-no-crossing":
    "Neither a bridge nor a free car ferry leads between the places. Telephone {phone}.",
  "pickup-too-soon": "No car can get there that soon. Choose a later time.",
  "pickup-too-late": "We do not take bookings that far ahead yet. Choose an earlier date.",
  "no-class-fits": "No vehicle takes everyone and everything. Book two vehicles.",
  "no-tariff": "There is no price for that day yet.",
  "tariff-unreadable":
    "We cannot give a price for that day right now. Other days can be booked as usual; try again later, or call us.",
  "no-vehicle-free": "No vehicle is free then. Choose one of the times; nothing is booked.",
  "vehicle-not-free": "The vehicle is taken then. Choose another.",
  "vehicle-not-found": "This vehicle does not exist.",
  "driver-not-found": "This driver does not exist.",
  "booking-not-found": "This booking does not exist.",
  "invoice-refused": "This ride cannot be paid by invoice. Choose another way.",
  "booking-state": "That is not possible in the booking's present state.",
  "booking-changed": "Someone else changed the booking. Read it again and choose anew.",
  "field-fixed": "The trip has come too far for that to be changed. Nothing is changed.",
  "nothing-changed": "Nothing differs from what it was. Nothing is changed.",
  "price-changed":
    "The price turned out another than the one shown. See the new one and choose again; nothing is changed.",
  "car-unfit": "The car does not suit the trip. Choose another; nothing is changed.",
  "outage-not-found": "The car is not out of traffic then.",
  "act-unlikely":
    "That does not go with the time of the trip. Confirm if it is so all the same; nothing is changed.",
  "no-show-too-soon": "The customer has to be given their waiting time first. Nothing is changed.",
  "act-not-found": "There is nothing to undo there.",
  "undo-too-late": "It is too late to undo. Nothing is changed.",
  "undo-overtaken":
    "Somebody has changed the same thing since, so it cannot be undone. Nothing is changed.",
  "moved-too-often":
    "The trip has been moved so often that we would rather talk to you. Call us and we will help.",
  "reschedule-too-late": "It is too late to change the time. Call us and we will help.",
  "cancellation-fee-changed":
    "The fee has changed. Read the new one and choose again; nothing is cancelled.",
  "idempotency-key-reused":
    "The key was used for another request. Choose a new one; nothing is booked.",
  "link-invalid": "The link is not right. Check that you have all of it.",
  "booking-erased":
    "The details of the booking are erased, so it can be neither seen nor changed. Telephone {phone}.",
  "token-invalid":
    "The form does not belong to your session. Reload the page; nothing was changed.",
  overloaded:
    "Many people want something right now. Nothing is changed. Try again in a few seconds.",
  "too-many-bookings":
    "The number, or the account, has {most} rides that have not begun, and more are booked by telephone. Nothing is booked. Telephone {phone}.",
  "too-many-requests":
    "That was too much at once. Nothing is changed. Wait {retryAfterSeconds} seconds and try again.",
  "too-many-tries": "Too many tries. Wait {retryAfterSeconds} seconds and try again.",
  busy: "Many people are booking right now. Try again; this attempt booked nothing.",
};
