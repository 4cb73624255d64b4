// English: signing in, and what a person keeps of how they do it.
import type { accountSv } from "../sv/account.ts";

/** Accounts. */
export const accountEn: typeof accountSv = {
  signInTitle: "Sign in",
  signInLead: "For those who work here, drive for us, or have an account as a customer.",
  email: "E-mail",
  password: "Password",
  signIn: "Sign in",
  signingIn: "Signing in …",
  tooOften: (minutes) =>
    minutes === 1
      ? "Too many tries. Wait a minute and try again."
      : `Too many tries. Wait ${minutes} minutes and try again.`,
  needsFactor: "You have shown who you are. Add a second factor, and the pages open for you.",
  codeTitle: "Enter the code",
  codeLead: "Open your authenticator app and enter the code for Avanti.",
  code: "Code",
  codeHint: "Six digits, or one of your recovery codes.",
  codeOver: "It took too long. Sign in again.",
  goOn: "Continue",
  goingOn: "Continuing …",
  fewCodesLeft: (left) =>
    left === 0
      ? "That was your last recovery code. Make new ones."
      : left === 1
      ? "You have one recovery code left. Make new ones before it is gone."
      : `You have ${left} recovery codes left.`,
  securityTitle: "Sign-in and security",
  signedInAs: (name, role) => `${name}, ${role}`,
  confirmTitle: "Show that it is you",
  confirmLead: "What you are about to do cannot be taken back. Show who you are first.",
  confirmAnew: (minutes) =>
    `What you are about to do cannot be taken back. Sign in once more, and do it within ${minutes} minutes.`,
  passwordTitle: "Password",
  passwordNone: "You have no password.",
  passwordSince: (moment) => `Set ${moment}.`,
  newPassword: "New password",
  newPasswordHint: (min) =>
    `At least ${min} characters. A few words that do not belong together are easiest to remember.`,
  passwordNote:
    "A new password signs you out on all other devices. Paste from a password manager if you have one.",
  savePassword: "Save the password",
  saving: "Saving …",
  passwordSaved: "The password is saved.",
  appTitle: "Authenticator app",
  appNone: "An app on your phone shows a code that changes all the time. You enter it to sign in.",
  appNeeded: "You need one to see what customers have booked.",
  appSince: (moment) => `In use since ${moment}.`,
  appBegin: "Add an app",
  appReplace: "Change the app",
  appScan: "Scan the square with the app, or type the key by hand.",
  appOpen: "Open in the app on this phone",
  appKey: "Key",
  appConfirm: "Enter the code the app shows now",
  appConfirmButton: "Start using it",
  appRemove: "Remove the app",
  appRemoved: "The app is removed, and the recovery codes with it.",
  codesTitle: "Recovery codes",
  codesLead:
    "Keep the codes where your phone is not. Each lets you in once. They are shown only now.",
  codesLeft: (left, of) => `${left} of ${of} codes left.`,
  codesRenew: "Make new codes",
  codesDone: "I have saved them",
  sessionsTitle: "Signed in here",
  sessionThis: "This device",
  sessionUnknown: "Unknown device",
  sessionSince: (moment) => `Signed in ${moment}`,
  sessionEnd: "Sign out",
  sessionEndOf: (device) => `Sign out ${device}`,
  sessionsEndOthers: "Sign out everywhere but here",
  sessionsEnded: "The others are signed out.",
  signOut: "Sign out",
  signedOutTitle: "You are signed out",
  signedOut: "The session has ended, with us and in this browser.",
  toWork: "To the trips of the day",
};
