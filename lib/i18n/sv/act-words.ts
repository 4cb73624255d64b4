// Swedish: what happens to a booking beside its ride, as its history says it.

/** Swedish; texts by type of event. */
export const actWordsSv = {
  "details-changed": "Telefon eller meddelande ändrat",
  changed: "Ändrad",
  moved: "Bytte bil",
  linked: "Kopplad till en annan bokning",
  "veil-changed": "Kundens skydd är ändrat",
  overrode: "Fick bilen ändå",
  revived: "Återupptagen",
  undone: "Ångrat",
};

/** Why what operators do was refused. */
export const actProblemsSv = {
  "booking-changed":
    "Någon annan ändrade bokningen först. Läget nedan är det senaste; försök igen om det behövs.",
  "act-unlikely":
    "Tiden för resan är långt borta. Tryck en gång till om det ändå är så; inget har ändrats.",
  "car-unfit": "Bilen passar inte resan. Välj en annan förare; inget har ändrats.",
  "no-show-too-soon": "Kunden ska få vänta ut sin tid först. Inget har ändrats.",
};
