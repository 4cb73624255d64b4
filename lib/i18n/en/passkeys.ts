// English: passkeys, which open with a finger, a face or a PIN.
import type { passkeysSv } from "../sv/passkeys.ts";

/** Passkeys. */
export const passkeysEn: typeof passkeysSv = {
  title: "Passkeys",
  lead:
    "A passkey lives in your phone or computer and opens with a finger, a face or a PIN. It replaces both password and code.",
  none: "You have no passkey yet.",
  needsScript: "A new passkey needs JavaScript.",
  add: "Add a passkey",
  asking: "Waiting for your device …",
  failed: "There is no passkey. Try again, or choose another way.",
  name: "Name of the passkey",
  unnamed: "Unnamed passkey",
  since: (moment) => `Added ${moment}`,
  used: (moment) => `Used ${moment}`,
  changeOf: (name) => `Change ${name}`,
  rename: "Save the name",
  remove: "Remove the passkey",
  added: "The passkey is added.",
  removed: "The passkey is removed.",
  renamed: "The name is saved.",
  signIn: "Sign in with a passkey",
  confirm: "Show it with a passkey",
};
