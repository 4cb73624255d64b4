// `deno task tariff [file.json] [--yes]`: without a file it prints the tariff in force, to begin a new one
// with; with a file it checks that tariff, shows what it changes, asks, and saves it.
import { VEHICLE_CLASSES } from "../lib/fleet/vehicle.ts";
import { NO_CACHE } from "../lib/cache/no-cache.ts";
import { openOwnDatabase } from "../lib/assembly/own-database.ts";
import { loadConfig, processEnvironment } from "../lib/assembly/settings.ts";
import { localDate } from "../lib/kernel/wall-time.ts";
import { unreachable } from "../lib/kernel/invariant.ts";
import { type Tariff, tariffSchema } from "../lib/pricing/tariff.ts";
import { tariffOn, type TariffRefusal, tariffRefusal } from "../lib/pricing/tariff-rules.ts";
import { tariffChanges } from "../lib/setup/tariff-changes.ts";
import { TariffStore } from "../lib/pricing/tariff-store.ts";
import { isAgreed, Refused, runScript } from "./terminal.ts";

if (import.meta.main) await runScript(main);

async function main(): Promise<void> {
  const db = await openOwnDatabase(
    loadConfig(processEnvironment()),
    { createDatabase: false },
  );
  try {
    const tariffs = new TariffStore(db, NO_CACHE);
    const today = localDate(Temporal.Now.instant());
    const file = Deno.args.find((arg) => !arg.startsWith("--"));
    if (file === undefined) {
      console.info(JSON.stringify(tariffOn(await tariffs.list(), today), null, 2));
      return;
    }
    const next = readTariff(await Deno.readTextFile(file));
    console.info(proposal(await tariffs.list(), next, today));
    if (!isAgreed("Save it?", Deno.args)) throw new Refused("Nothing was saved; --yes saves it.");
    await tariffs.save(next);
    console.info(`Saved ${next.version}. A running server sells by it within a few seconds.`);
  } finally {
    db.close();
  }
}

/** The tariff a file holds. Throws Refused that names every field that breaks a rule. */
export function readTariff(text: string): Tariff {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Refused(`The file is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  const parsed = tariffSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) =>
    `  ${path.map(String).join(".") || "the tariff"}: ${message}`
  );
  throw new Refused(`The tariff cannot be used:\n${lines.join("\n")}`);
}

/** What saving `next` would change, for a person to read. Throws Refused when it may not be saved. */
export function proposal(tariffs: readonly Tariff[], next: Tariff, today: string): string {
  const refusal = tariffRefusal(tariffs, next, today);
  if (refusal !== null) throw new Refused(refusalSentence(refusal, next));
  const before = tariffOn(tariffs, next.validFrom);
  const unsold = VEHICLE_CLASSES.filter((name) => next.rates[name] === undefined);
  return [
    before === null
      ? `${next.version} is the first tariff of its days.`
      : `${next.version} follows ${before.version} from ${next.validFrom} on:`,
    ...tariffChanges(before, next)
      .map(({ field, from, to }) => `  ${field}: ${from || "none"} → ${to || "none"}`),
    ...(unsold.length === 0 ? [] : [`Not sold by it: ${unsold.join(", ")}.`]),
  ].join("\n");
}

function refusalSentence(refusal: TariffRefusal, { version, validFrom }: Tariff): string {
  switch (refusal.reason) {
    case "known":
      return `${version} exists. A saved tariff is never edited: raise the revision.`;
    case "past":
      return `${version} begins in the past, on ${validFrom}: prices cannot change for days gone by.`;
    case "older-revision":
      return `${refusal.version} is a newer revision than ${version}, which would never apply.`;
    case "later-begins-within":
      return `${refusal.version} begins before ${version} ends: set validUntil to the day before.`;
    case "former-comes-back":
      return `${refusal.version} would come back into force after ${version} ends: let it end as late.`;
    default:
      return unreachable(refusal);
  }
}
