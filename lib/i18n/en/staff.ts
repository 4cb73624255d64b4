// English: who works here, and as what.
import type { staffSv } from "../sv/staff.ts";

/** The pages of the staff. */
export const staffEn: typeof staffSv = {
  title: "Staff",
  skip: "To the staff",
  lead:
    "Those who work on these pages, with their roles. Whoever leaves is blocked: they are signed out everywhere at once.",
  caption: "Staff",
  columns: { name: "Name", roles: "Roles", state: "State", since: "Since" },
  states: { active: "can sign in", blocked: "blocked" },
  invite: "Invite somebody",
  inviteLead: "The link is mailed to the address. It is valid for seven days and works once.",
  inviteDriver: "Invite a driver",
  inviteDriverLead:
    "The driver signs in with a second factor or a passkey and sees their own jobs.",
  driver: "Driver",
  chooseDriver: "Choose a driver",
  name: "Name",
  email: "E-mail",
  role: "Role",
  choose: "Choose a role",
  send: "Invite",
  invited: (name) =>
    `The link is on its way to ${name}. You can copy it here, too: it is shown only once.`,
  back: "To the staff",
  rolesTitle: "Roles",
  addRole: "Give the role",
  removeRole: (role) => `Take away the role ${role}`,
  blockTitle: "Block",
  blockLead: "They are signed out everywhere at once and cannot come in again.",
  reason: "Reason",
  block: "Block",
  unblock: "Lift the block",
  blockedSince: (moment) => `Blocked ${moment}.`,
  isSelf: "This is you. Your own roles are changed by another administrator.",
  historyTitle: "What has happened",
  events: {
    joined: "Joined",
    named: "Changed name",
    reached: "New address",
    granted: (role) => `Was given the role ${role}`,
    ungranted: (role) => `Lost the role ${role}`,
    blocked: "Blocked",
    unblocked: "Block lifted",
  },
  by: (name) => `by ${name}`,
  byServer: "by whoever runs the server",
  problems: {
    "last-admin": "At least one administrator must remain. Give somebody else the role first.",
    "own-rights": "Nobody changes their own roles. Ask another administrator.",
    "too-many-grants": "They have as many roles as there can be. Take one away first.",
  },
};
