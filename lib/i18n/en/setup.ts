// English words of what a company is set up with: tables, what is wrong with them, what a load does.
import type { setupSv } from "../sv/setup.ts";

/** English. */
export const setupEn: typeof setupSv = {
  kinds: {
    "permit-holders": "Permit holders",
    vehicles: "Vehicles",
    drivers: "Drivers",
    tariffs: "Tariffs",
    zones: "Zones",
    "fixed-prices": "Fixed prices",
    landmarks: "Landmarks",
  },
  types: { new: "new", changed: "changed", ended: "ended", same: "same" },
  counts: {
    new: (count) => `${count} new`,
    changed: (count) => `${count} changed`,
    ended: (count) => `${count} ended`,
    same: (count) => `${count} the same`,
  },
  nothing: "nothing",
  at: (file, line, column) =>
    column === "" ? `${file}, line ${line}` : `${file}, line ${line}, column ${column}`,
  problems: {
    tooLarge: (_given, expected) => `The file is larger than ${expected} MB. Is it the right one?`,
    openQuote: () => "A quotation mark that begins on this line never ends.",
    tooManyCells: (given, expected) =>
      `“${given}” stands after the last of ${expected} columns. Text with separators stands in quotation marks.`,
    versionForm: (given) =>
      `“${given}” is no tariff. Write its first day and a revision: 2026-11-30.1.`,
    classTwice: (given) => `${given} stands on another line of the same tariff already.`,
    differs: (given, expected) =>
      `A line before says ${expected} of the same tariff, not ${given}. Let it stand in one line.`,
    unknownTariff: (given) => `There is no tariff ${given}.`,
    unknownZone: (given) => `There is no zone ${given} in the tariff.`,
    itemTwice: (given) => `${given} stands in the tariff already.`,
    idOtherCase: (given, expected) =>
      `${given} differs from ${expected} only in capital and small letters.`,
    notUtf8: () =>
      "The file is not UTF-8. Save it as “CSV UTF-8” in the spreadsheet and try again.",
    notJson: (given) => `The file is not JSON: ${given}`,
    unknownKind: (_given, expected) =>
      `There is no telling which table this is. Begin the file's name with one of: ${expected}.`,
    unknownColumn: (_given, expected) => `There is no such column. The columns are: ${expected}.`,
    columnTwice: () => "The column stands there twice.",
    empty: () => "The file is empty.",
    tooManyRows: (_given, expected) =>
      `The files have more than ${expected} rows. Load them in several turns.`,
    tariffRule: (_given, expected) => `The tariff cannot be used: ${expected}`,
    missing: () => "Something must stand here.",
    tooLong: (_given, expected) => `The text is longer than ${expected} characters.`,
    idForm: (given) =>
      `“${given}” cannot be an id: letters, digits, hyphens and full stops, no spaces.`,
    notAnOption: (given, expected) => `“${given}” is not a choice. The choices are: ${expected}.`,
    notADate: (given) => `“${given}” is not a date. Write 2026-11-30.`,
    notANumber: (given) => `“${given}” is not a number.`,
    outOfRange: (given, expected) => `${given} is outside ${expected}.`,
    notAnAmount: (given) => `“${given}” is not an amount. Write kronor, such as 52,50.`,
    notYesOrNo: (given) => `“${given}” is neither yes nor no.`,
    phone: (given) => `“${given}” is not a telephone number that can be called.`,
    email: (given) => `“${given}” is no e-mail address.`,
    plate: (given) => `“${given}” cannot stand on a number plate.`,
    plateLetterO: (given) => `“${given}” ends with the letter O. No plate does: write a zero.`,
    organisationNumber: (given) =>
      `“${given}” is not an organisation number. Write ten digits, such as 556012-5790.`,
    organisationNumberCheck: (given) =>
      `A digit of ${given} is wrong: the check digit does not fit.`,
    driverCode: (given) => `“${given}” is not a driver code. It has six digits.`,
    personnummer: () =>
      "This looks like a personal identity number, which may not be stored. Take it out; of a driver's licence it is the licence's own number.",
    notAPoint: (given) =>
      `“${given}” are not points. Write at least three: 57.70 11.96, 57.71 11.97, 57.69 11.98.`,
    wholeKronor: () => "The amount is paid as it stands, so it must be whole kronor.",
    endsBeforeItBegins: () => "The tariff would end before it begins.",
    noClass: () => "No class has any amounts: the tariff would sell nothing.",
    tariffTooLarge: () =>
      "The tariff is larger than there is room for: fewer corners, zones, prices or surcharges are needed.",
    zoneShape: () =>
      "A zone is either a circle (lat, lng and radiusMeters, all three) or a figure (points), not both.",
    zoneInUse: (given, expected) =>
      `${given} is needed by fixed prices: ${expected}. Remove them or give them another zone first.`,
    idTwice: (given) => `${given} stands on another line already.`,
    notThere: (given, expected) =>
      `There is no ${given}. Is the id right? A new row also needs: ${expected}.`,
    untilBeforeFrom: (given, expected) =>
      `The last day ${given} is before the first day ${expected}.`,
    unknownHolder: (given) =>
      `There is no permit holder ${given}. Load it first, or in the same turn.`,
    holderEndsFirst: (given, expected) =>
      `${given} ends before the vehicles driven under the permit: ${expected}.`,
    unknownVehicle: (given) => `There is no vehicle ${given}. Load it first, or in the same turn.`,
    plateTaken: (given, expected) => `Vehicle ${expected} has ${given} on the same days.`,
    numberTaken: (given, expected) => `${expected} has ${given} already.`,
    codeTaken: (given, expected) => `${expected} has the driver code ${given} already.`,
    tooFewSeats: (given, expected) =>
      `${given} seats are too few: the class is sold for ${expected}.`,
    tooFewWheelchairs: (given, expected) =>
      `${given} wheelchair places are too few: the class is sold for ${expected}.`,
    holderKind: (given) =>
      `The number does not fit ${given}: a sole trader has the owner's personal number, nobody else has one.`,
    tooMany: (given, expected) => `There would be ${given}. There is room for ${expected}.`,
    outsideSweden: (given) => `${given} lies outside Sweden. Check the numbers and their order.`,
    nameTaken: (given) => `Another landmark is called ${given}.`,
    tariffKnown: (given) =>
      `${given} exists and is different. A saved tariff is never edited: raise the revision.`,
    tariffPast: (given) => `${given} begins in the past. Prices do not change for days gone by.`,
    tariffOlder: (given, expected) =>
      `${expected} is a newer revision than ${given}, which would never apply.`,
    tariffWithin: (given, expected) =>
      `${expected} begins before ${given} ends: set validUntil to the day before.`,
    tariffComesBack: (given, expected) =>
      `${expected} would come back into force after ${given}: let it end as late.`,
  },
  script: {
    refused: (count) =>
      count === 1 ? "1 problem. Nothing was loaded." : `${count} problems. Nothing was loaded.`,
    obstacles: (count) =>
      count === 1
        ? "1 booking is in the way. Give it another vehicle or driver first; nothing was loaded:"
        : `${count} bookings are in the way. Give them another vehicle or driver first; nothing was loaded:`,
    more: (count) => `  and ${count} more`,
    nothingNew: "All of it is so already. Nothing had to change.",
    dryRun: "A trial: nothing was loaded.",
    ask: "Load it?",
    notAgreed: "Nothing was loaded; --yes loads without asking.",
    done: (count) =>
      count === 1
        ? "Loaded 1 row. A running server shows it within a few seconds."
        : `Loaded ${count} rows. A running server shows them within a few seconds.`,
    late: "While it was loaded these were booked. Give them another vehicle or driver now:",
    exported: (file) => `Wrote ${file}`,
    noFiles: "Name the files to load, or ask for a template: --template vehicles",
    changed: "Something was changed while the files were read. Run it again.",
    template: (kinds) => `There are templates of: ${kinds}.`,
  },
};
