// Swedish words of what a company is set up with: tables, what is wrong with them, what a load does.

/** Swedish; its shape is the shape of every language. */
export const setupSv = {
  kinds: {
    "permit-holders": "Tillståndshavare",
    vehicles: "Bilar",
    drivers: "Förare",
    tariffs: "Taxor",
    zones: "Zoner",
    "fixed-prices": "Fasta priser",
    landmarks: "Kända platser",
  },
  types: { new: "ny", changed: "ändrad", ended: "avslutad", same: "lika" },
  counts: {
    new: (count: number) => count === 1 ? "1 ny" : `${count} nya`,
    changed: (count: number) => count === 1 ? "1 ändrad" : `${count} ändrade`,
    ended: (count: number) => count === 1 ? "1 avslutad" : `${count} avslutade`,
    same: (count: number) => `${count} lika`,
  },
  /** An empty value in a list of differences. */
  nothing: "inget",
  at: (file: string, line: number, column: string) =>
    column === "" ? `${file}, rad ${line}` : `${file}, rad ${line}, kolumn ${column}`,
  problems: {
    tooLarge: (_given: string, expected: string) =>
      `Filen är större än ${expected} MB. Är det rätt fil?`,
    openQuote: () => "Ett citattecken som börjar på den här raden tar aldrig slut.",
    tooManyCells: (given: string, expected: string) =>
      `”${given}” står efter den sista av ${expected} kolumner. Text med skiljetecken ska stå inom citattecken.`,
    versionForm: (given: string) =>
      `”${given}” är ingen taxa. Skriv första dagen och en revision: 2026-11-30.1.`,
    classTwice: (given: string) => `${given} står redan på en annan rad av samma taxa.`,
    differs: (given: string, expected: string) =>
      `En tidigare rad av samma taxa säger ${expected}, inte ${given}. Låt den stå på en rad.`,
    unknownTariff: (given: string) => `Taxan ${given} finns inte.`,
    unknownZone: (given: string) => `Zonen ${given} finns inte i taxan.`,
    itemTwice: (given: string) => `${given} står redan i taxan.`,
    idOtherCase: (given: string, expected: string) =>
      `${given} skiljer sig från ${expected} bara i stora och små bokstäver.`,
    notUtf8: () =>
      "Filen är inte UTF-8. Spara den som ”CSV UTF-8” i kalkylprogrammet och försök igen.",
    notJson: (given: string) => `Filen är inte JSON: ${given}`,
    unknownKind: (_given: string, expected: string) =>
      `Det går inte att se vilken tabell det är. Låt filens namn börja med en av: ${expected}.`,
    unknownColumn: (_given: string, expected: string) =>
      `Kolumnen finns inte. Kolumnerna är: ${expected}.`,
    columnTwice: () => "Kolumnen står två gånger.",
    empty: () => "Filen är tom.",
    tooManyRows: (_given: string, expected: string) =>
      `Filerna har fler än ${expected} rader. Läs in dem i flera omgångar.`,
    tariffRule: (_given: string, expected: string) => `Taxan kan inte användas: ${expected}`,
    missing: () => "Här måste något stå.",
    tooLong: (_given: string, expected: string) => `Texten är längre än ${expected} tecken.`,
    idForm: (given: string) =>
      `”${given}” kan inte vara ett id: bokstäver, siffror, bindestreck och punkt, inga mellanslag.`,
    notAnOption: (given: string, expected: string) =>
      `”${given}” finns inte att välja. Det som finns: ${expected}.`,
    notADate: (given: string) => `”${given}” är inget datum. Skriv 2026-11-30.`,
    notANumber: (given: string) => `”${given}” är inget tal.`,
    outOfRange: (given: string, expected: string) => `${given} är utanför ${expected}.`,
    notAnAmount: (given: string) => `”${given}” är inget belopp. Skriv kronor, till exempel 52,50.`,
    notYesOrNo: (given: string) => `”${given}” är varken ja eller nej.`,
    phone: (given: string) => `”${given}” är inget telefonnummer som går att ringa.`,
    email: (given: string) => `”${given}” är ingen e-postadress.`,
    plate: (given: string) => `”${given}” kan inte stå på en registreringsskylt.`,
    plateLetterO: (given: string) =>
      `”${given}” slutar med bokstaven O. Ingen skylt gör det: skriv en nolla.`,
    organisationNumber: (given: string) =>
      `”${given}” är inget organisationsnummer. Skriv tio siffror, till exempel 556012-5790.`,
    organisationNumberCheck: (given: string) =>
      `Någon siffra i ${given} är fel: kontrollsiffran stämmer inte.`,
    driverCode: (given: string) => `”${given}” är ingen förarkod. Den har sex siffror.`,
    personnummer: () =>
      "Det ser ut som ett personnummer, som inte får lagras. Ta bort det; om en förares legitimation gäller det legitimationens eget nummer.",
    notAPoint: (given: string) =>
      `”${given}” är inga punkter. Skriv minst tre: 57.70 11.96, 57.71 11.97, 57.69 11.98.`,
    wholeKronor: () => "Beloppet betalas som det står, så det ska vara hela kronor.",
    endsBeforeItBegins: () => "Taxan skulle sluta innan den börjar.",
    noClass: () => "Ingen fordonstyp har några belopp: taxan skulle inte sälja något.",
    tariffTooLarge: () =>
      "Taxan är större än vad som får plats: färre hörn, zoner, priser eller tillägg behövs.",
    zoneShape: () =>
      "En zon är antingen en cirkel (lat, lng och radiusMeters, alla tre) eller en figur (points), inte både och.",
    zoneInUse: (given: string, expected: string) =>
      `${given} behövs av fasta priser: ${expected}. Ta bort dem eller ge dem en annan zon först.`,
    idTwice: (given: string) => `${given} står redan på en annan rad.`,
    notThere: (given: string, expected: string) =>
      `${given} finns inte. Är id rätt? En ny rad behöver också: ${expected}.`,
    untilBeforeFrom: (given: string, expected: string) =>
      `Sista dagen ${given} är före första dagen ${expected}.`,
    unknownHolder: (given: string) =>
      `Tillståndshavaren ${given} finns inte. Läs in den först, eller i samma omgång.`,
    holderEndsFirst: (given: string, expected: string) =>
      `${given} slutar före bilarna som körs under tillståndet: ${expected}.`,
    unknownVehicle: (given: string) =>
      `Bilen ${given} finns inte. Läs in den först, eller i samma omgång.`,
    plateTaken: (given: string, expected: string) =>
      `${given} har bil ${expected} redan samma dagar.`,
    numberTaken: (given: string, expected: string) => `${given} har ${expected} redan.`,
    codeTaken: (given: string, expected: string) => `Förarkoden ${given} har ${expected} redan.`,
    tooFewSeats: (given: string, expected: string) =>
      `${given} platser räcker inte: fordonstypen säljs för ${expected}.`,
    tooFewWheelchairs: (given: string, expected: string) =>
      `${given} rullstolsplatser räcker inte: fordonstypen säljs för ${expected}.`,
    holderKind: (given: string) =>
      `Numret passar inte ${given}: en enskild firma har ägarens personnummer, ingen annan har det.`,
    tooMany: (given: string, expected: string) =>
      `Det skulle bli ${given}. Det får plats ${expected}.`,
    outsideSweden: (given: string) =>
      `${given} ligger utanför Sverige. Kontrollera talen och deras ordning.`,
    nameTaken: (given: string) => `En annan känd plats heter ${given}.`,
    tariffKnown: (given: string) =>
      `${given} finns och ser annorlunda ut. En sparad taxa ändras aldrig: höj revisionen.`,
    tariffPast: (given: string) =>
      `${given} börjar i det förflutna. Priser ändras inte för dagar som har varit.`,
    tariffOlder: (given: string, expected: string) =>
      `${expected} är en nyare revision än ${given}, som aldrig skulle gälla.`,
    tariffWithin: (given: string, expected: string) =>
      `${expected} börjar innan ${given} slutar: sätt validUntil till dagen före.`,
    tariffComesBack: (given: string, expected: string) =>
      `${expected} skulle börja gälla igen efter ${given}: låt den sluta lika sent.`,
  },
  script: {
    refused: (count: number) =>
      count === 1 ? "1 fel. Inget har lästs in." : `${count} fel. Inget har lästs in.`,
    obstacles: (count: number) =>
      count === 1
        ? "1 bokning är i vägen. Ge den en annan bil eller förare först; inget har lästs in:"
        : `${count} bokningar är i vägen. Ge dem en annan bil eller förare först; inget har lästs in:`,
    more: (count: number) => `  och ${count} till`,
    nothingNew: "Allt är redan så. Inget behövde ändras.",
    dryRun: "Provkörning: inget har lästs in.",
    ask: "Läsa in?",
    notAgreed: "Inget har lästs in; --yes läser in utan att fråga.",
    done: (count: number) =>
      count === 1
        ? "1 rad är inläst. En server som är igång visar den inom några sekunder."
        : `${count} rader är inlästa. En server som är igång visar dem inom några sekunder.`,
    late: "Medan det lästes in bokades de här. Ge dem en annan bil eller förare nu:",
    exported: (file: string) => `Skrev ${file}`,
    noFiles: "Nämn filerna som ska läsas in, eller be om en mall: --template vehicles",
    changed: "Något ändrades medan filerna lästes. Kör igen.",
    template: (kinds: string) => `Mallar finns för: ${kinds}.`,
  },
};
