// Swedish: several trips chosen at once, the plan for their cars, and what became of each.

/** Words of the selection, the plan and its outcome. */
export const bulkWordsSv = {
  pick: (trip: string) => `Välj ${trip}`,
  selected: (count: number) => count === 1 ? "1 resa vald" : `${count} resor valda`,
  unseen: (count: number) =>
    count === 1 ? "1 av dem syns inte i listan nu" : `${count} av dem syns inte i listan nu`,
  dropUnseen: "Välj bort dem",
  full: (most: number) => `Högst ${most} resor åt gången`,
  assign: "Tilldela …",
  clear: "Välj bort alla",
  bar: "Valda resor",
  plan: {
    reading: (count: number) => `Letar bilar till ${count === 1 ? "1 resa" : `${count} resor`} …`,
    failed: "Förslaget gick inte att hämta. Inget har ändrats.",
    again: "Försök igen",
    title: (all: number, some: number) =>
      `${all === 1 ? "1 resa vald" : `${all} resor valda`}, ${some} kan få bil`,
    lead: "Så här blir det om du tilldelar nu.",
    without: (count: number) => `${count} förblir utan bil.`,
    driven: (count: number) => `${count} har redan förare.`,
    leftOut: (count: number) => `${count} lämnas utanför.`,
    empty: (distance: string) => `Tomkörning ${distance}.`,
    cancel: "Avbryt",
    confirm: (count: number) => `Tilldela ${count}`,
    sending: "Tilldelar …",
    unsent: "Inget svar. Tryck igen: ingen resa tilldelas två gånger.",
    later: (seconds: number) => `Inget skickas förrän ${seconds} s efter att du tilldelat.`,
    columns: {
      time: "Tid",
      trip: "Resa",
      car: "Förslag",
      why: "Därför",
      state: "Det här händer",
      given: "Bil",
      outcome: "Så gick det",
    },
    nobody: "ingen",
    isIn: (trip: string) => `Tilldela ${trip}`,
    choose: "Byt bil",
    chooseFor: (trip: string) => `för ${trip}`,
    chooseNone: "Ingen annan bil kan ta resan.",
    chooseReading: "Hämtar bilarna …",
    give: "Ta",
    withReason: (count: number) => `Med skäl (${count})`,
    never: (count: number) => count === 1 ? "1 bil kan inte." : `${count} bilar kan inte.`,
    reason: "Skäl",
    reasonMissing: (max: number) => `Skriv ett skäl, högst ${max} tecken.`,
    byHand: "vald av dig",
    changed: "ändrades nyss",
    around: (count: number) =>
      count === 1
        ? "1 annan resa fick en annan bil i förslaget."
        : `${count} andra resor fick en annan bil i förslaget.`,
    states: {
      goes: "Tilldelas",
      "with-reason": "Tilldelas med skäl",
      "left-out": "Lämnas utanför",
      "no-car": "Förblir utan bil",
      "has-driver": "Har redan förare",
      "booking-state": "Behöver ingen bil",
      "car-unfit": "Bilen kan inte",
      gone: "Finns inte längre",
    },
    why: { "no-car": "ingen ledig bil passar", gone: "bokningen är borta" },
  },
  result: {
    title: (done: number, all: number) =>
      `${done} av ${all === 1 ? "1 resa tilldelad" : `${all} resor tilldelade`}`,
    allDone: "Alla fick sin bil.",
    notDone: (count: number) =>
      count === 1 ? "1 blev inte som du ville." : `${count} blev inte som du ville.`,
    rest: "Inget annat ändrades.",
    toDay: "Till dagen",
    open: "Öppna",
    assigned: "Tilldelad",
    undone: "Ångrad, utan förare igen",
    changedSince: "Ändrad sedan dess",
    notSent: "Inte tilldelad",
  },
  keys: {
    pick: "välj resan, eller låt den vara",
    extend: "välj flera i rad",
    assign: "föreslå bilar till de valda",
    pickShort: "välj",
  },
};
