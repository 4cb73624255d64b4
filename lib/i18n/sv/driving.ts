// Swedish: a driver's own page.

/** Driving. */
export const drivingSv = {
  title: "Dina körningar",
  nobody: "Du finns inte längre bland förarna. Ring trafikledningen.",
  name: "Förare",
  permitHolder: "Tillståndshavare",
  vehicle: "Bil",
  jobs: (day: string) => `Körningar ${day}`,
  none: "Inga körningar är tilldelade dig i dag.",
  erased: "Raderad",
  restricted: "Kund med begränsade uppgifter",
  restrictedPlace: "Kunden har begränsat hur uppgifterna används: de visas inte när resan är över.",
  veiled: "Kund med skyddad identitet",
  veiledPlace: (minutes: number) => `Var du hämtar visas ${minutes} minuter före`,
  reach: (phone: string) => `Behöver du nå kunden? Ring trafikledningen, ${phone}.`,
  takePayment: "Ta betalt på taxametern:",
  takeNoPayment: "Ta inte betalt.",
  call: (phone: string) => `Ring kunden ${phone}`,
};
