// English: what personal data is processed for, as the record of processing says it.
import type { purposesSv } from "../sv/purposes.ts";

/** The purposes, and the words of the record around them. */
export const purposesEn: typeof purposesSv = {
  purpose: {
    rides: {
      name: "Rides",
      why: "To price, book, drive and change rides that the customer has ordered.",
      data:
        "Name, phone number, e-mail, places, times, party and aids, flight number, message to the driver, price.",
      until: "When no other purpose here asks for them.",
    },
    "price-proof": {
      name: "Proof of price",
      why: "To be able to show the price told before the ride (taxitrafiklagen 2:21).",
      data: "Price, time, distance, booking reference.",
      until: "6 months after the ride.",
    },
    bookkeeping: {
      name: "Bookkeeping",
      why: "To keep accounting records (bokföringslagen 7:2).",
      data: "Price, VAT, fee, time, distance, vehicle, permit holder, booking reference.",
      until: "Through the seventh year after the calendar year in which the fiscal year ended.",
    },
    messages: {
      name: "Messages about rides",
      why: "To tell of booking, change, driver, car and cancellation.",
      data: "The receiver's address or number and the words of the message, sealed.",
      until: "By itself, as said beside what is stored.",
    },
    accounts: {
      name: "Accounts",
      why: "So that people sign in, show who they are and see their own rides.",
      data:
        "Name, address and number, passwords and keys that can be checked but not read, device, the first parts of the network address.",
      until: "When the account is removed.",
    },
    "own-places": {
      name: "Own places",
      why: "So that nobody has to write home and work each time.",
      data: "The places and what they are called, sealed.",
      until: "Until the person removes them, or the account.",
    },
    fleet: {
      name: "Drivers and permit holders",
      why:
        "To know who drives, on whose permit, and to name them on the receipt (taxitrafiklagen, chapters 2 and 3).",
      data: "Name, driver code, permit, contact, who signs in as a driver.",
      until: "As long as they drive for us, then as long as bookkeeping asks for it.",
    },
    "work-log": {
      name: "Who did what",
      why: "To sort out, undo and review what the staff do.",
      data: "The name of the employee and what was done, when.",
      until: "As long as what was done is there.",
    },
    subscribers: {
      name: "Connected programs",
      why: "So that programs of others, chosen by the company, hear what happens to a booking.",
      data: "Booking reference, state, time, vehicle class and price. No names, numbers or places.",
      until: "Receivers when they are removed, what was sent by itself.",
    },
    faults: {
      name: "Faults of the service",
      why: "To find and mend faults that people meet.",
      data: "What failed and where, and for how many. Nothing anybody wrote.",
      until: "By itself, as said beside what is stored.",
    },
    abuse: {
      name: "Protection from abuse",
      why:
        "So that nobody guesses their way in, reads what they should not or asks so often that others do not get through.",
      data: "Keyed hashes of numbers, addresses and networks; of how many the staff read each day.",
      until: "By itself, as said beside what is stored.",
    },
    rights: {
      name: "Requests for one's own data",
      why:
        "To answer in time whoever wants to see, correct, take out or erase their data, and to be able to show it.",
      data: "Who asked for what, when, what came of it and why.",
      until: "When nobody can ask about the answer any more.",
    },
    sealing: {
      name: "Keys of sealed data",
      why: "So that data cannot be read without its key, and not at all once that is destroyed.",
      data: "A key for each person, itself sealed, under a keyed mark.",
      until: "When the data is erased.",
    },
    breaches: {
      name: "Breaches and access",
      why:
        "To be able to show what happened to personal data, what was decided and who had which role.",
      data: "The name and the roles of the employee, what was done and the reasons.",
      until: "When nobody can look into it any more.",
    },
    statistics: {
      name: "Statistics",
      why: "To see how many rides are driven, how far and for how much.",
      data:
        "Vehicle class, distance, size of the party and price, in groups so large that nobody can be seen.",
      until: "The figures have no end; what they are counted from goes when its time is over.",
    },
    reminders: {
      name: "Reminders",
      why: "To remind who said yes of a ride before it begins.",
      data: "E-mail and the ride.",
      until: "When the person takes their yes back.",
    },
    data_processing: {
      name: "Other things the person has said yes to",
      why: "So that a program that works with the company may use what the person has said yes to.",
      data: "What the person has said yes to, kind by kind.",
      until: "When the person takes their yes back.",
    },
  },
  basis: {
    consent: "consent (Art. 6.1 a)",
    contract: "contract (Art. 6.1 b)",
    "legal-obligation": "legal obligation (Art. 6.1 c)",
    "legitimate-interest": "legitimate interest (Art. 6.1 f)",
  },
  subject: {
    customer: "customers",
    driver: "drivers",
    operator: "employees",
    person: "people with an account",
    "permit holder": "permit holders",
    nobody: "nobody",
  },
  wayOut: {
    database: "database at somebody else's",
    osrm: "routes",
    geocoder: "addresses",
    mail: "mail",
    sms: "text messages",
    push: "notices to browsers",
    provider: "signing in at others",
    "employer-sign-in": "the employer's sign-in",
    subscriber: "connected programs",
    "alarm-webhook": "alarms",
    sentry: "reports of faults",
    keys: "keys of what is sealed",
    cache: "what is kept ready, sealed",
    payments: "cards and Swish",
    books: "the bookkeeping program",
    edge: "requests on their way, and pages that are the same for everybody",
  },
  role: { processor: "processor (Art. 28)", controller: "controller of their own" },
  transfer: {
    eea: "within the EEA",
    adequacy: "adequacy decision (Art. 45)",
    "standard-clauses": "standard contractual clauses (Art. 46)",
  },
  keptDays: (days: string) => `${days} days at most`,
  keptHours: (hours: string) => `${hours} h at most`,
  missing: {
    name: "no name",
    transfer: "no basis for the transfer",
    contract: "no date of the contract",
  },
};
