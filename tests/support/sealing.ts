// Sealing for tests of the database: real keys and envelopes over a database of the test.
import { manualClock } from "../../lib/kernel/clock.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import type { Database } from "../../lib/kv/open.ts";
import { sealedDatabase } from "../../lib/kv/sealed-database.ts";
import { RowSealer } from "../../lib/security/row-sealer.ts";
import { SubjectKeys } from "../../lib/security/subject-keys.ts";

/** Key-encryption keys of tests. */
export const TEST_KEY_ENCRYPTION = {
  current: () => Promise.resolve({ version: 1, key: new Uint8Array(32).fill(8) }),
  version: () => Promise.resolve(new Uint8Array(32).fill(8)),
};

/** The database with sealed rows, and the keys they are sealed with. Marks are the names of subjects as they are. */
export function testSealing(db: Database): { db: Database; subjectKeys: SubjectKeys } {
  const randomBytes = secureRandomBytes;
  const subjectKeys = new SubjectKeys({
    db,
    keyEncryption: TEST_KEY_ENCRYPTION,
    clock: manualClock("2026-11-23T05:00:00Z"),
    randomBytes,
  });
  const markOf = ({ kind, at }: { kind: string; at: string }) => Promise.resolve(`${kind}/${at}`);
  const sealer = new RowSealer({ subjectKeys, randomBytes, markOf });
  return { db: sealedDatabase(db, sealer), subjectKeys };
}
