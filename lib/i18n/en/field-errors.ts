// English: what a form says when something in it needs another look.
import { plural } from "../plural.ts";
import type { fieldErrorsSv } from "../sv/field-errors.ts";

/** Texts by field and code; `other` is used for a code without a text of its own. */
export const fieldErrorsEn: typeof fieldErrorsSv = {
  summary: plural({
    one: "One detail needs another look",
    other: "{count} details need another look",
  }),
  other: "Check this detail.",
  fromMissing: "Write where you want to go from.",
  toMissing: "Write where you want to go.",
  personalNumber:
    "Take the personal identity number out and send again. We never store one; a name and a telephone number are enough.",
  ownPlaceMissing: "Write the place.",
  ownPlaceKindMissing: "Choose what the place is: home, work or something else.",
  ownPlaceNameMissing: "Write what you want to call the place.",
  ownPlaceNameTooLong: (max) => `Write a shorter name, at most ${max} characters.`,
  requestTypeMissing: "Choose what you want.",
  decisionMissing: "Choose which decision it is about.",
  wishMissing: "Write what it is about.",
  wishTooLong: (max) => `Write at most ${max} characters.`,
  ownPlacesFull: (max) =>
    `You have ${max} places, and there is room for no more. Remove one first.`,
  placeTooLong: (max: number) => `Write the place in at most ${max} characters.`,
  placeUnknown: (words: string) =>
    `We cannot find “${words}”. Check the spelling, or write the street, the station or the town.`,
  placeSeveral: (words: string) => `There is more than one “${words}”. Choose which one you mean.`,
  placeNeedsPin: (words: string) =>
    `We are not sure where at “${words}” the car shall stop. Set the pin on the map, or write the street.`,
  placeGuess: (words: string) =>
    `We are not sure where “${words}” is. Choose which place you mean.`,
  placeArea: (words: string) =>
    `“${words}” is a whole town or district. Write a street, or choose where the car should stop.`,
  placeSpot: (words: string) =>
    `The street is long, and we do not know where on it “${words}” is. Choose where the car should stop.`,
  placeAbroad: (words: string) =>
    `“${words}” is abroad. We drive within Sweden; write a place here.`,
  dateInvalid: "Choose a date, for example 2026-11-23.",
  timeInvalid: "Write the time in hours and minutes, for example 06:40.",
  pickupGap: "That time does not exist that night. Choose one of the times.",
  pickupOverlap: "That time comes twice that night. Choose which one.",
  pickupTooSoon: (earliest: string) =>
    earliest === ""
      ? "No car can be there that soon. Choose a later time."
      : `No car can be there that soon. Choose ${earliest} or later.`,
  pickupTooLate: "We do not take bookings that far ahead yet. Choose an earlier date.",
  dayUnsold: (phone: string) =>
    `We cannot give a price for that day right now. Choose another day, try again later, or call ${phone}.`,
  samePlace: "From and to are the same place. Change one of them.",
  abroad: (phone: string) =>
    `The trip leaves Sweden, and we drive within it. Choose a place in Sweden, or call ${phone}.`,
  noRoad: (phone: string) =>
    `No road for cars leads there. Choose a place beside a road, or call ${phone} and we will help.`,
  noCrossing: (phone: string) =>
    `Neither a bridge nor a free car ferry goes there. Call ${phone} and we will arrange the trip.`,
  passengersInvalid: (max: number) =>
    `Choose between 1 and ${max} passengers. If you are more, book two cars.`,
  bagsInvalid: (max: number) => `Choose between 0 and ${max} bags.`,
  extrasInvalid: "Choose a number from the list.",
  noClassFits:
    "No car holds everyone and everything. Choose fewer passengers or bags, or book two cars.",
  nameMissing: "Write your name, so the driver knows who is waiting.",
  addressTaken: "The address belongs to somebody who is no administrator. Write another.",
  passwordMissing: "Enter your password.",
  passwordTooShort: "Choose a longer password.",
  passwordTooLong: "Choose a shorter password.",
  passwordCommon:
    "The password is easy to guess. Choose words that belong neither to you nor together.",
  signInRefused: "The address or the password is wrong. Check both and try again.",
  codeRefused: "The code is wrong or has been used. Wait for the next one and try again.",
  appCodeWrong: "The code is wrong. Check the clock of the phone and enter the one shown now.",
  confirmRefused: "That is not right. Check what you entered and try again.",
  reachMissing: "Write your e-mail address or mobile number.",
  sentCodeWrong: "That is not the code. Check it and try again.",
  reachTaken: "Another account has that address or number already.",
  passkeyRefused: "The passkey could not be used. Try again, or choose another way.",
  passkeyNeeded: "You need the passkey: add another, or an app, before you remove it.",
  driverMissing: "Choose which driver you invite.",
  codeMissing: "Enter the code.",
  inviteeNameMissing: "Write the name of whom you invite.",
  roleMissing: "Choose a role.",
  emailTaken: "The address belongs to an account already.",
  personNameMissing: "Write your name. It stands beside everything you do.",
  nameTooLong: (max: number) => `Write the name in at most ${max} characters.`,
  phoneMissing: "Write your phone number, so the driver can call you.",
  phoneInvalid: "Write a phone number, for example 070-123 45 67 or +44 20 7946 0123.",
  phoneTooShort: "The number has too few digits. Write all of it, with its area code.",
  phoneTooLong: "The number has too many digits. Check it.",
  phoneLetters: "Write the phone number in digits, without words and letters.",
  phoneExtension: "The driver cannot dial an extension. Write a number that rings at yours.",
  phoneCountry: "No country has that country code. Begin Swedish numbers with 0 or +46.",
  emailInvalid: "Write an e-mail address, for example maja@example.com, or leave the field empty.",
  emailNoAt: "The e-mail address lacks its @, as in maja@example.com.",
  emailTwoAts: "Write a single e-mail address, with one @.",
  emailSpace: "Take the space out of the e-mail address.",
  emailComma: "Take the comma out of the e-mail address. Should it be a dot?",
  emailDot: "The e-mail address has a dot too many. Check its beginning, its end and double dots.",
  emailNoEnding: "The e-mail address lacks its ending, for example .se or .com.",
  emailQuoted: "Write the e-mail address without quotation marks.",
  emailTooLong: "The e-mail address is too long. Check it.",
  flightNumberInvalid:
    "Write the airline's letters and the flight's digits, for example SK 1436, or leave the field empty.",
  noteTooLong: (max: number) => `Write the message in at most ${max} characters.`,
  referenceMissing: "Write the booking code. It is on the ticket and in the confirmation.",
  referenceInvalid: "The booking code looks like K4Q 7RM. Check it.",
  ticketNotFound:
    "We find no ride with that code and that number. Check both; the number is the one you booked with.",
  classMissing: "Choose a vehicle.",
  reasonTooLong: (max: number) => `Write the reason in at most ${max} characters.`,
  buyerNameMissing: "Write the name the invoice goes to, on one line.",
  organisationNumber: "Write the whole organisation number, with its check digit.",
  organisationNumberCheck: "Check the organisation number: its check digit is wrong.",
  organisationNumberPersonal:
    "That is a person's number, which we do not ask for. Choose another way to pay.",
  streetMissing: "Write the street or box the invoice goes to.",
  postcode: "Write the postcode, digits only.",
  cityMissing: "Write the town.",
  peppolId: "Write the Peppol id with the organisation number after the colon, or leave it empty.",
  reasonMissing: "Write a reason.",
  partTooLarge: "There are not that many to move. Somebody must travel in each car.",
};
