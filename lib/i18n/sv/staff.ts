// Swedish: who works here, and as what.

/** The pages of the staff. */
export const staffSv = {
  title: "Personal",
  skip: "Till personalen",
  lead:
    "De som arbetar på de här sidorna, med sina roller. Den som slutar spärras: då loggas hen ut överallt med en gång.",
  caption: "Personal",
  columns: { name: "Namn", roles: "Roller", state: "Läge", since: "Sedan" },
  states: { active: "kan logga in", blocked: "spärrad" },
  invite: "Bjud in någon",
  inviteLead: "Länken mejlas till adressen. Den gäller i sju dagar och fungerar en gång.",
  inviteDriver: "Bjud in en förare",
  inviteDriverLead:
    "Föraren loggar in med en andra faktor eller en nyckel och ser sina egna körningar.",
  driver: "Förare",
  chooseDriver: "Välj förare",
  name: "Namn",
  email: "E-post",
  role: "Roll",
  choose: "Välj roll",
  send: "Bjud in",
  invited: (name: string) =>
    `Länken är på väg till ${name}. Här kan du också kopiera den: den visas bara en gång.`,
  back: "Till personalen",
  rolesTitle: "Roller",
  addRole: "Ge rollen",
  removeRole: (role: string) => `Ta bort rollen ${role}`,
  blockTitle: "Spärra",
  blockLead: "Personen loggas ut överallt med en gång och kommer inte in igen.",
  reason: "Anledning",
  block: "Spärra",
  unblock: "Häv spärren",
  blockedSince: (moment: string) => `Spärrad ${moment}.`,
  isSelf: "Det här är du. Dina egna roller ändras av en annan administratör.",
  historyTitle: "Det som hänt",
  events: {
    joined: "Gick med",
    named: "Bytte namn",
    reached: "Ny adress",
    granted: (role: string) => `Fick rollen ${role}`,
    ungranted: (role: string) => `Miste rollen ${role}`,
    blocked: "Spärrad",
    unblocked: "Spärren hävd",
  },
  by: (name: string) => `av ${name}`,
  byServer: "av den som sköter servern",
  problems: {
    "last-admin": "Minst en administratör måste finnas kvar. Ge någon annan rollen först.",
    "own-rights": "Ingen ändrar sina egna roller. Be en annan administratör.",
    "too-many-grants": "Personen har så många roller som går. Ta bort en först.",
  },
};
