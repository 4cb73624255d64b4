// Part "rates": what one core does of each primitive, with rows of the size bookings have.
import { macKey, macOf } from "../../lib/kernel/mac.ts";
import { gcmOpen, gcmSeal } from "../../lib/security/aes-gcm.ts";
import { webGcmKey, webGcmSeal } from "../../lib/security/web-aes-gcm.ts";

const BYTES = 400;
const WARM = 5_000;
const TIMES = 50_000;

/** Measures and prints. */
export async function measureRates(): Promise<void> {
  const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const [key, plain, associated] = [bytes(32), bytes(BYTES), bytes(100)];
  const input = { key, iv: bytes(12), associated };
  const sealed = gcmSeal(input, plain);
  const webKey = await webGcmKey(key);
  const mac = await macKey(key);
  const rates = {
    "AES-256-GCM seal, rows": await rate(() => gcmSeal({ ...input, iv: bytes(12) }, plain)),
    "AES-256-GCM open, rows": await rate(() => gcmOpen(input, sealed)),
    "AES-256-GCM seal, WebCrypto": await rate(() =>
      webGcmSeal({ key: webKey, iv: bytes(12), associated }, plain)
    ),
    "HMAC-SHA-256": await rate(() => macOf(mac, plain)),
  };
  for (const [name, perSecond] of Object.entries(rates)) {
    console.info(`rates: ${name} of ${BYTES} bytes: ${perSecond.toFixed(0)} a second`);
  }
}

async function rate(once: () => unknown): Promise<number> {
  for (let i = 0; i < WARM; i++) await once();
  const started = performance.now();
  for (let i = 0; i < TIMES; i++) await once();
  return TIMES / ((performance.now() - started) / 1_000);
}
