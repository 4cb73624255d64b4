// Swedish: the last act of an operator, and taking it back.

/** Words of the bar at the foot of the board. */
export const lastActSv = {
  did: {
    assign: "Tilldelad.",
    unassign: "Föraren är borttagen.",
    move: "Bytte bil.",
    depart: "Föraren är på väg.",
    arrive: "Föraren är på plats.",
    board: "Kunden är ombord.",
    complete: "Resan är klar.",
    "mark-no-show": "Kunden kom inte.",
    cancel: "Avbokad.",
    change: "Ändrad.",
    split: "Delad på två bilar.",
    duplicate: "Bokad en gång till.",
    return: "Återresan är bokad.",
    revive: "Återupptagen.",
    "out-of-traffic": "Bilen är tagen ur trafik.",
    "back-in-traffic": "Bilen är i trafik igen.",
  },
  gets: (car: string, seconds: number) => `${car} får resan om ${seconds} s.`,
  manyAssigned: (count: number) => `${count} resor tilldelade.`,
  manyGet: (seconds: number) => `Bilarna får dem om ${seconds} s.`,
  manyUndone: (count: number) => `Ångrat. De ${count} resorna är som de var.`,
  someUndone: (undone: number, all: number) => `${undone} av ${all} ångrade.`,
  canUntil: (time: string) => `Går att ångra till ${time}.`,
  canUndo: "Går att ångra i tio sekunder med Z.",
  undo: "Ångra",
  undoing: "Ångrar …",
  left: (seconds: number) => `(${seconds} s)`,
  undone: "Ångrat. Allt är som det var.",
  close: "Stäng",
};

/** Why undoing was refused. */
export const undoProblemsSv = {
  "undo-too-late": "För sent att ångra: tiden är ute. Det som gjordes gäller.",
  "undo-overtaken":
    "Det går inte att ångra: någon har ändrat samma resa sedan dess. Öppna den och se vad som hänt.",
};
