// Rows of the fault matrix: the service that has the key-encryption keys.
import { KeyRing } from "../../../lib/security/key-ring.ts";
import { httpKms } from "../../../lib/security/kms-gateway.ts";
import { type Row, standIn, web } from "./fault-row.ts";

/** Keys as a service has them. */
export const SERVED_KEYS = {
  current: 2,
  keys: {
    1: Uint8Array.from({ length: 32 }, (_, i) => i * 5).toBase64(),
    2: Uint8Array.from({ length: 32 }, (_, i) => i * 7).toBase64(),
  },
};

/** Its keys in memory; each question is a round that looks for new versions. */
export function kmsRow(): Row {
  return {
    mayRetry: true,
    ...web(() => Response.json(SERVED_KEYS)),
    product({ origin, dependencies }) {
      const dependency = dependencies.open({ name: "kms", label: "KMS", mayRetry: true });
      const ring = new KeyRing(httpKms({ url: `${origin}/keys`, token: "t0ken", dependency }));
      return async () => (await ring.refresh().catch(standIn))?.current === 2;
    },
  };
}
