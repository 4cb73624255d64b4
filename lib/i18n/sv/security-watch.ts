// Swedish: what those who watch over security see.

/** The page of what was noticed. */
export const securityWatchSv = {
  title: "Säkerhet",
  lead:
    "Vad som har märkts av inloggningar, koder, länkar och läsning. Nät och konton står som märken: samma märke är samma nät, men går inte att läsa tillbaka.",
  findings: "Fynd",
  none: "Inget har hittats.",
  columns: { at: "När", what: "Vad", whom: "Vem", count: "Antal", wake: "Larm" },
  since: (at: string) => `sedan ${at}`,
  ofThreshold: (count: string, threshold: string) => `${count} (gräns ${threshold})`,
  detector: {
    "credential-stuffing": "Många konton prövade från ett nät",
    "account-guessing": "Ett konto prövat om och om igen",
    "code-guessing": "Koder gissade",
    scraping: "Priser eller biljetter lästa av ett program",
    enumeration: "Länkar prövade efter varandra",
    "session-in-two-places": "En inloggning på två ställen samtidigt",
    "unusual-reading": "Ovanligt mycket läst",
    "off-hours-export": "Fil uttagen på natten",
    "secret-probing": "Rapporter med påhittade hemligheter",
  },
  identity: { network: "nät", account: "konto", person: "anställd", session: "inloggning" },
  byIdentity: "Per den det gäller",
  times: "Fynd",
  days: "Händelser per dag",
  day: "Dag",
  kinds: {
    "sign-in-try": "inloggningsförsök",
    "sign-in-right": "lyckade",
    "code-try": "kodförsök",
    "limit-hit": "spärrade",
    refused: "nekade",
    "secret-unknown": "okända länkar",
    "staff-read": "läst av personal",
    "staff-export": "filer",
  },
};
