// Swedish: the places a person keeps.

/** My places. */
export const ownPlacesSv = {
  title: "Mina platser",
  lead: "De visas först när du väljer varifrån och vart du åker. Bara du ser dem.",
  none: "Du har inga platser sparade än.",
  kinds: { home: "Hem", work: "Jobb" },
  add: "Spara en plats",
  place: "Plats",
  kind: "Vad är det för plats?",
  kindHint: "Ett nytt hem eller jobb ersätter det förra.",
  somethingElse: "Något annat",
  name: "Vad du kallar platsen",
  nameHint: "Till exempel Mormor eller Gymmet.",
  nameOptional: "inte för hem och jobb",
  save: "Spara platsen",
  saving: "Sparar",
  changeOf: (name: string) => `Ändra ${name}`,
  rename: "Spara namnet",
  remove: "Ta bort platsen",
  gone: "Vi hittar inte platsen längre. Ta bort den och spara den på nytt.",
  saved: "Platsen är sparad.",
  renamed: "Namnet är sparat.",
  removed: "Platsen är borttagen.",
  book: "Boka en resa",
  saveEnd: (place: string) => `Spara platsen ${place}`,
};
