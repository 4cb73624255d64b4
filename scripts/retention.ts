// `deno task retention --dry-run`: what a run of retention would delete and anonymise now, family by family. Changes
// nothing; the server itself runs it every night.
import { KEY_FAMILIES } from "../lib/assembly/key-registry.ts";
import { openSealedDatabase } from "../lib/assembly/open-sealed.ts";
import { loadConfig, processEnvironment } from "../lib/assembly/settings.ts";
import { PersonStore } from "../lib/accounts/person-store.ts";
import { BookingStore } from "../lib/booking/booking-store.ts";
import { textsFor } from "../lib/i18n/texts.ts";
import { systemClock } from "../lib/kernel/clock.ts";
import { type Locale, LOCALES, parseLocale } from "../lib/kernel/locale.ts";
import { makeLogger, writeLines } from "../lib/kernel/log.ts";
import { PaymentStore } from "../lib/payments/payment-store.ts";
import { LimitStore } from "../lib/privacy/limit-store.ts";
import { tryRetention } from "../lib/retention/run-retention.ts";
import { retentionServices } from "../lib/retention/services.ts";
import { countLines } from "./retention/lines.ts";
import { Refused, runScript } from "./terminal.ts";

if (import.meta.main) await runScript(() => main(Deno.args));

async function main(args: readonly string[]): Promise<void> {
  const words = textsFor(localeIn(args)).retention;
  if (!args.includes("--dry-run")) throw new Refused(words.script.onlyDry);
  const config = loadConfig(processEnvironment());
  const log = makeLogger({ clock: systemClock, write: writeLines(console), least: "error" });
  const db = await openSealedDatabase({ config, log, tell: console.info });
  try {
    const bookings = new BookingStore(db, db.reachKey);
    const { reachKey } = db;
    const people = new PersonStore({ db, reachKey });
    const limits = new LimitStore({ db, clock: systemClock, people, reachKey });
    const payments = new PaymentStore({ db });
    const below = { db, bookings, payments, limits, config };
    const services = retentionServices({ ...below, keyFamilies: KEY_FAMILIES });
    const counts = await tryRetention({ ...services, clock: systemClock });
    for (const line of countLines(counts, words)) console.info(line);
  } finally {
    db.close();
  }
}

function localeIn(args: readonly string[]): Locale {
  const named = args.find((arg) => arg.startsWith("--lang="))?.slice("--lang=".length);
  return LOCALES.find((locale) => locale === parseLocale(named ?? null)) ?? "sv";
}
