// Swedish: signing in by others, such as Google, and what is linked to an account.

/** Ways in. */
export const waysSv = {
  or: "Eller logga in med",
  with: (label: string) => `Fortsätt med ${label}`,
  staff: "Inloggning för anställda",
  staffLead: "Välj företaget du arbetar för. Du loggar in där som du brukar.",
  onwardTitle: "Du är inloggad",
  onward: "Gå vidare",
  failedTitle: (label: string) => `Inloggningen med ${label} blev inte av`,
  failed: {
    denied: (label: string) =>
      `${label} släppte inte in dig, eller så avbröt du. Inget har ändrats. Försök igen, eller logga in på ett annat sätt.`,
    over: () => "Inloggningen tog för lång tid eller är redan använd. Börja om, så går det bra.",
    "other-tab": () =>
      "Du började logga in i en annan flik efter den här. Logga in där, eller börja om här.",
    unreachable: (label: string) =>
      `${label} svarar inte just nu. Försök igen om en stund, eller logga in på ett annat sätt.`,
    untrusted: (label: string) =>
      `Svaret från ${label} går inte att lita på, så vi släppte inte in någon med det. Börja om. Händer det igen: ring oss.`,
    refused: () =>
      "Kontot är spärrat, eller så får det inte öppnas på det här sättet. Fråga den som sköter kontona hos dig, eller ring oss.",
  },
  already: "Du är redan inloggad.",
  again: "Börja om",
  otherWays: "Andra sätt att logga in",
  goOn: "Gå vidare",
  linkTitle: (label: string) => `Koppla ${label} till ditt konto`,
  linkAsk: (label: string) =>
    `Sedan kan du logga in med ${label}. Gör det bara om kontot där är ditt.`,
  linkAccount: "Konto",
  linkNoAddress: "utan adress",
  link: "Koppla",
  linkCancel: "Koppla inte",
  linkSignIn: (label: string) =>
    `Vi känner inte igen ditt konto hos ${label}. Har du redan ett konto här? Logga in som du brukar, så kopplar vi dem.`,
  linkConfirm: "Visa först att det är du.",
  linkConfirmButton: "Visa att det är du",
  linkRefused: {
    unverified: (label: string) =>
      `${label} säger inte att adressen är din, och då kan vi inte koppla kontot.`,
    taken: (label: string) => `Det kontot hos ${label} hör redan till ett annat konto här.`,
    "too-many": () => "Du har så många kopplade konton som det går. Ta bort ett först.",
    foreign: (label: string) => `${label} är för anställda i ett annat företag än ditt.`,
    over: () => "Det gick för lång tid. Börja om från Inloggning och säkerhet.",
  },
  sectionTitle: "Inloggning hos andra",
  sectionNone: "Inget konto hos någon annan är kopplat.",
  since: (moment: string) => `Kopplat ${moment}`,
  unlink: "Ta bort",
  unlinkOf: (label: string) => `Ta bort ${label}`,
  add: (label: string) => `Koppla ${label}`,
  linked: "Kontot är kopplat.",
  unlinked: "Kopplingen är borttagen.",
  lastWay: "Sätt ett lösenord först: det här är ditt enda sätt att logga in.",
};
