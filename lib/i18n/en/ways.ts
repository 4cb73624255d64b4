// English: signing in by others, such as Google, and what is linked to an account.
import type { waysSv } from "../sv/ways.ts";

/** Ways in. */
export const waysEn: typeof waysSv = {
  or: "Or sign in with",
  with: (label) => `Continue with ${label}`,
  staff: "Sign-in for employees",
  staffLead: "Choose the company you work for. You sign in there as you usually do.",
  onwardTitle: "You are signed in",
  onward: "Go on",
  failedTitle: (label) => `You were not signed in with ${label}`,
  failed: {
    denied: (label) =>
      `${label} did not let you in, or you stopped. Nothing has changed. Try again, or sign in another way.`,
    over: () => "The sign-in took too long or was used already. Start again and it will work.",
    "other-tab": () =>
      "You began to sign in in another tab after this one. Sign in there, or start again here.",
    unreachable: (label) =>
      `${label} does not answer right now. Try again in a while, or sign in another way.`,
    untrusted: (label) =>
      `The answer from ${label} cannot be trusted, so we let nobody in with it. Start again. If it happens once more, call us.`,
    refused: () =>
      "The account is blocked, or may not be opened this way. Ask whoever looks after the accounts where you work, or call us.",
  },
  already: "You are signed in already.",
  again: "Start again",
  otherWays: "Other ways to sign in",
  goOn: "Go on",
  linkTitle: (label) => `Link ${label} to your account`,
  linkAsk: (label) =>
    `From then on you can sign in with ${label}. Do so only if the account there is yours.`,
  linkAccount: "Account",
  linkNoAddress: "without an address",
  link: "Link",
  linkCancel: "Do not link",
  linkSignIn: (label) =>
    `We do not know your account at ${label}. Do you have an account here? Sign in as you usually do, and we link them.`,
  linkConfirm: "First show that it is you.",
  linkConfirmButton: "Show that it is you",
  linkRefused: {
    unverified: (label) =>
      `${label} does not say that the address is yours, so the account cannot be linked.`,
    taken: (label) => `That account at ${label} belongs to another account here.`,
    "too-many": () => "You have as many linked accounts as there can be. Remove one first.",
    foreign: (label) => `${label} is for employees of another company than yours.`,
    over: () => "It took too long. Start again from Sign-in and security.",
  },
  sectionTitle: "Sign-in at others",
  sectionNone: "No account anywhere else is linked.",
  since: (moment) => `Linked ${moment}`,
  unlink: "Remove",
  unlinkOf: (label) => `Remove ${label}`,
  add: (label) => `Link ${label}`,
  linked: "The account is linked.",
  unlinked: "The link is removed.",
  lastWay: "Set a password first: this is your only way to sign in.",
};
