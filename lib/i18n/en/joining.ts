// English: asking for a code, an account, or the way back into one.
import type { joiningSv } from "../sv/joining.ts";

/** Joining, codes and recovery. */
export const joiningEn: typeof joiningSv = {
  byCode: "Sign in with a code",
  byCodeLead:
    "Write your e-mail address or mobile number and we send a code. You need no account to see what you have booked.",
  forgotten: "Forgotten your password?",
  noAccount: "Create an account",
  hasAccount: "Do you have an account already? Sign in.",
  reach: "E-mail or mobile",
  sendCode: "Send the code",
  sending: "Sending …",
  sentTitle: "Write the code",
  sentTo: (reach, minutes) =>
    `We have sent six digits to ${reach}. They are valid for ${minutes} minutes, in this browser.`,
  sentNothing:
    "No code? Look in your spam folder. If the address has an account already, it got a message about that instead.",
  sentAnother: "Send a new code",
  sentOver: "The code is no longer valid. Send a new one.",
  code: "Six digits",
  registerTitle: "Create an account",
  registerLead: "With an account your trips and places stand in one place. You need none to book.",
  name: "Name",
  passwordHint: (min) =>
    `At least ${min} characters. Without a password you sign in with a code or with a passkey.`,
  optional: "optional",
  create: "Create the account",
  creating: "Creating …",
  terms: "Our terms, and what we keep about you:",
  recoverTitle: "Forgotten password",
  recoverLead:
    "Write the address or number of your account. You get a link to choose a new password with.",
  recoverSend: "Send the link",
  recoverSent: (reach, minutes) =>
    `If ${reach} has an account, a link is on its way. It is valid for ${minutes} minutes.`,
  recoverOther:
    "If you have an authenticator app, you need a code of it, too. If you have lost it, call us.",
  newTitle: "Choose a new password",
  newLead: (name) => `For ${name}. You are signed out everywhere else.`,
  newSave: "Save and sign in",
  linkDead: {
    unknown: "The link does not work. Ask for a new one.",
    used: "The link has been used already. Ask for a new one.",
    expired: "The link is no longer valid. Ask for a new one.",
  },
  askAnew: "Ask for a new link",
  reachTitle: "E-mail and mobile",
  reachLead:
    "Tickets and codes go here. A new address counts once you have written the code we send to it.",
  reachNone: "none",
  reachEmail: "E-mail",
  reachPhone: "Mobile",
  reachNew: "New e-mail address or mobile number",
  reachSaved: "The address is saved.",
  joined: "Your account is ready. You may want to add a password or a passkey.",
};
