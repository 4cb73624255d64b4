// English: the page of key-encryption keys.
import type { encryptionKeysSv } from "../sv/encryption-keys.ts";

/** The page. */
export const encryptionKeysEn: typeof encryptionKeysSv = {
  title: "Keys",
  lead:
    "Personal data are sealed with a key for each person, and these keys with a key-encryption key that is not in the database. Its versions are shown here, never the key itself.",
  versions: "Versions",
  columns: { version: "Version", state: "State", uses: "Used", share: "Of the limit" },
  current: "in use",
  former: "being replaced",
  retired: (at) => `retired ${at}`,
  atMost: (uses) => `at most ${uses} times`,
  shareHint: (most) => `The limit of a version is ${most} uses; there is an alarm in good time.`,
  rotation: "Rotation",
  noRotation: "The key has not been rotated.",
  to: "To version",
  began: "Began",
  looked: "Looked at",
  moved: "Wrapped anew",
  stuck: "Damaged",
  stuckText: (count) => `${count} cannot be read; the older version is not retired.`,
  ends: "Ends",
  endUnknown: "cannot be said yet",
  about: (at) => `about ${at}`,
  retires: "Older versions are retired",
  earliest: (at) => `at the earliest ${at}`,
  finished: "Finished",
  doneOf: (done, all) => `${done} of ${all}`,
  counted: (count, isAll) => isAll ? count : `at least ${count}`,
  start: "Rotate the key",
  startHint:
    "A new version is made in the file of keys, and every key is wrapped anew while everything else goes on. Copy the file afterwards: without it nothing can be read.",
  resume: "Go on now",
  goesOn: "The rotation is under way and goes on by itself.",
  elsewhere:
    "No version can be made here: the keys come from AVANTI_KEKS or a key service. Put the new version first in AVANTI_KEKS and restart, or make it the current one in the service; the rotation then begins by itself.",
  done: {
    started: "A new version is in use. Copy the file of keys to where you keep it.",
    resumed: "The rotation was taken a step further.",
    changed: "Somebody else has rotated the key meanwhile.",
  },
  kept: "Erased and copied",
  erasures: "Erasures in the ledger",
  backup: "Newest backup",
  noBackup: "None in the folder of backups; they may be kept elsewhere.",
  backupOf: (at, versions) => `${at}, needs version ${versions}`,
};
