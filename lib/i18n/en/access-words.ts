// English: signing in by a link, and doors that stay closed.
import type { accessSv } from "../sv/access-words.ts";

/** The way in and out of the operators' pages. */
export const accessEn: typeof accessSv = {
  title: "Sign in to Avanti",
  enterLead: "This link is for whoever runs the day’s trips. It works once.",
  enterButton: "Sign in",
  joinAs: (name, role) => `${name}, you are invited as ${role}.`,
  joinLead: "The link works once. Then you choose a password and add an authenticator app.",
  joinButton: "Join",
  enterAs: (name, role) => `You will be signed in as ${name}, ${role}.`,
  keeperLead:
    "You run the server and become an administrator. Say who you are, so that your name stands beside what you do.",
  keeperName: "Name",
  keeperEmail: "E-mail",
  keeperEmailHint: "If you have an account as administrator already, write the same address.",
  roles: {
    customer: "customer",
    driver: "driver",
    dispatcher: "dispatcher",
    admin: "administrator",
    accountant: "accountant",
    "data-protection-officer": "data protection officer",
    auditor: "auditor",
  },
  goneTitle: "This link no longer works",
  gone: {
    unknown: "The link is not known. It may have been copied wrongly.",
    used: "The link has been used. If that was not you, restart the server to sign all out.",
    expired: (minutes) => `The link was valid for ${minutes} minutes and has run out.`,
  },
  signIn: "Sign in",
  notYoursTitle: "The page is not open to you",
  notYours:
    "Your role does not have these pages, or you lack a second factor. Sign-in and security says which.",
  security: "Sign-in and security",
  neededTitle: "You need to sign in",
  needed: "This page is for those who run the day’s trips.",
  endedTitle: "You are signed out",
  ended: "You are signed out, here and in this browser.",
  howTitle: "How to get a new link",
  howSignal: "Send the running server the signal USR2. It then prints a new link in its log.",
  howRestart: "Or restart the server: it prints a link when it starts.",
  howValid: (minutes) => `A link is valid for ${minutes} minutes and for one sign-in.`,
  already: "Already signed in? Open the day",
  home: "To the start page",
};
