// Swedish: the page of key-encryption keys.

/** The page. */
export const encryptionKeysSv = {
  title: "Nycklar",
  lead:
    "Personuppgifter är förseglade med en nyckel per person, och de nycklarna med en huvudnyckel som inte ligger i databasen. Här syns dess versioner, aldrig nyckeln själv.",
  versions: "Versioner",
  columns: { version: "Version", state: "Läge", uses: "Använd", share: "Av gränsen" },
  current: "används",
  former: "ersätts",
  retired: (at: string) => `avvecklad ${at}`,
  atMost: (uses: string) => `högst ${uses} gånger`,
  shareHint: (most: string) => `En version får användas ${most} gånger. Vid hälften larmas det.`,
  rotation: "Byte av nyckel",
  noRotation: "Nyckeln har inte bytts.",
  to: "Till version",
  began: "Började",
  looked: "Genomgångna",
  moved: "Omslutna på nytt",
  stuck: "Skadade",
  stuckText: (count: string) => `${count} går inte att läsa; den äldre versionen avvecklas inte.`,
  ends: "Beräknas klart",
  endUnknown: "går inte att säga än",
  about: (at: string) => `omkring ${at}`,
  retires: "Äldre versioner avvecklas",
  earliest: (at: string) => `tidigast ${at}`,
  finished: "Klart",
  doneOf: (done: string, all: string) => `${done} av ${all}`,
  counted: (count: string, isAll: boolean) => isAll ? count : `minst ${count}`,
  start: "Byt nyckel",
  startHint:
    "En ny version görs i nyckelfilen, och alla nycklar omsluts på nytt medan allt annat går vidare. Ta en kopia av filen efteråt: utan den kan ingenting läsas.",
  resume: "Fortsätt nu",
  goesOn: "Bytet pågår och går vidare av sig självt.",
  elsewhere:
    "Här kan ingen version göras: nycklarna kommer från AVANTI_KEKS eller en nyckeltjänst. Lägg den nya versionen först i AVANTI_KEKS och starta om, eller gör den gällande i tjänsten; bytet börjar då av sig självt.",
  done: {
    started: "En ny version gäller. Kopiera nyckelfilen till där du förvarar den.",
    resumed: "Bytet har tagits ett steg vidare.",
    changed: "Någon annan har bytt nyckel under tiden.",
  },
  kept: "Raderat och kopierat",
  erasures: "Raderingar i liggaren",
  backup: "Senaste säkerhetskopia",
  noBackup: "Ingen i mappen för säkerhetskopior; de kan ligga någon annanstans.",
  backupOf: (at: string, versions: string) => `${at}, behöver version ${versions}`,
};
