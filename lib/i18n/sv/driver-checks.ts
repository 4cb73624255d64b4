// Swedish: which papers of a driver somebody has looked at.

/** Papers that were looked at. */
export const driverChecksSv = {
  title: (name: string) => `Kontroller av ${name}`,
  link: "Kontroller",
  back: "Till föraren",
  lead:
    "Här står att någon har tittat, när och vem. Själva utdraget, intyget eller något ur det sparas aldrig och går inte att skriva in.",
  kinds: {
    "criminal-record": "Belastningsregistret",
    "taxi-licence": "Taxiförarlegitimation",
    health: "Läkarintyg",
  },
  states: {
    missing: "Inte kontrollerat",
    good: "Kontrollerat",
    ending: "Löper snart ut",
    over: "Har löpt ut",
  },
  kind: "Vad som visades upp",
  checkedOn: "Kontrollerat den",
  goodUntil: "Gäller till och med",
  save: "Spara kontrollen",
  done: "Kontroller som gjorts",
  none: "Ingen kontroll är gjord.",
  row: (kind: string, on: string, until: string) => `${kind}: ${on}, gäller till ${until}.`,
  problems: {
    kind: "Välj vad som visades upp.",
    checkedOn: "Skriv dagen för kontrollen: i dag eller tidigare.",
    goodUntil:
      "Skriv till vilken dag det gäller: i dag eller senare, inte längre än så länge en legitimation gäller.",
  },
  due: "Kontroller som löper ut eller har löpt ut:",
  mail: {
    subject: (count: number) => count === 1 ? "Ett papper löper ut" : `${count} papper löper ut`,
    lead: "De här kontrollerna av förare löper ut. Titta på nya papper och skriv in dagen.",
    line: (name: string, kind: string, until: string, left: number) =>
      `${name}: ${kind}, gäller till och med ${until} (${
        left === 0 ? "sista dagen" : left === 1 ? "1 dag kvar" : `${left} dagar kvar`
      })`,
  },
};
