// `deno task load FILE…`: vehicles, permit holders, drivers, tariffs, zones, fixed prices and landmarks from CSV or
// JSON into the database. Shows what changes, asks, and writes all of it at once. `--export DIR` writes them out.
import { systemClock } from "../lib/kernel/clock.ts";
import { DomainError } from "../lib/errors/domain-error.ts";
import { FleetStore } from "../lib/fleet/fleet-store.ts";
import { type Texts, textsFor } from "../lib/i18n/texts.ts";
import { openSealedDatabase } from "../lib/assembly/open-sealed.ts";
import { loadConfig, processEnvironment } from "../lib/assembly/settings.ts";
import { type Locale, LOCALES, parseLocale } from "../lib/kernel/locale.ts";
import { secureRandomBytes } from "../lib/kernel/ids.ts";
import { makeLogger, writeLines } from "../lib/kernel/log.ts";
import { localDate } from "../lib/kernel/wall-time.ts";
import type { Database } from "../lib/kv/open.ts";
import { LandmarkStore } from "../lib/places/landmark-store.ts";
import { loadPlaceIndex } from "../lib/places/place-index.ts";
import { NO_CACHE } from "../lib/cache/no-cache.ts";
import { applySetup } from "../lib/setup/apply-setup.ts";
import { exportSetup } from "../lib/setup/export-setup.ts";
import { planFiles, readSetup, type SetupDeps, type SetupPlan } from "../lib/setup/plan-setup.ts";
import { MAX_FILE_BYTES } from "../lib/setup/raw-rows.ts";
import { SETUP_KINDS } from "../lib/setup/table.ts";
import { template } from "../lib/setup/templates.ts";
import { obstacleLines, planLines, problemLines } from "./load/lines.ts";
import { isAgreed, Refused, runScript } from "./terminal.ts";

/** Said of landmarks as who changed them. */
const BY = "deno task load";

if (import.meta.main) await runScript(() => main(Deno.args));

/** What was asked for. */
interface Wishes {
  files: string[];
  isTrial: boolean;
  exportTo: string | null;
  template: string | null;
  locale: Locale;
}

async function main(args: readonly string[]): Promise<void> {
  const wishes = wishesOf(args);
  const words = textsFor(wishes.locale).setup;
  const today = localDate(systemClock.now());
  if (wishes.template !== null) return printTemplate(wishes.template, words, today);
  if (wishes.files.length === 0 && wishes.exportTo === null) {
    throw new Refused(words.script.noFiles);
  }
  const config = loadConfig(processEnvironment());
  const log = makeLogger({ clock: systemClock, write: writeLines(console), least: "error" });
  const db = await openSealedDatabase({ config, log, tell: console.info });
  try {
    const deps = setupDeps(db);
    if (wishes.exportTo !== null) await exportTo(deps, wishes.exportTo, words);
    if (wishes.files.length > 0) await load(deps, wishes, args, words, today);
  } finally {
    db.close();
  }
}

async function load(
  deps: SetupDeps,
  { files, isTrial }: Wishes,
  args: readonly string[],
  words: Texts["setup"],
  today: string,
): Promise<void> {
  const read = await Promise.all(
    files.map(async (name) => ({ name, bytes: await fileBytes(name) })),
  );
  const plan = await planFiles(deps, read, today);
  for (const line of planLines(plan.changes, words)) console.info(line);
  assertPossible(plan, words);
  if (plan.changes.every(({ type }) => type === "same")) {
    return console.info(words.script.nothingNew);
  }
  if (isTrial) return console.info(words.script.dryRun);
  if (!isAgreed(words.script.ask, args)) throw new Refused(words.script.notAgreed);
  const { rows, late } = await applied(deps, plan, words);
  console.info(words.script.done(rows));
  if (late.length > 0) {
    throw new Refused([words.script.late, ...obstacleLines(late, words)].join("\n"));
  }
}

function assertPossible({ problems, obstacles }: SetupPlan, words: Texts["setup"]): void {
  if (problems.length > 0) {
    throw new Refused(
      [...problemLines(problems, words), words.script.refused(problems.length)].join("\n"),
    );
  }
  if (obstacles.length === 0) return;
  const lines = obstacleLines(obstacles, words);
  throw new Refused([words.script.obstacles(obstacles.length), ...lines].join("\n"));
}

async function applied({ db }: SetupDeps, plan: SetupPlan, words: Texts["setup"]) {
  try {
    return await applySetup({ db, clock: systemClock, randomBytes: secureRandomBytes }, plan, BY);
  } catch (error) {
    if (error instanceof DomainError && error.code === "busy") {
      throw new Refused(words.script.changed);
    }
    throw error;
  }
}

async function exportTo(deps: SetupDeps, folder: string, words: Texts["setup"]): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  for (const { name, text } of exportSetup(await readSetup(deps))) {
    const file = `${folder.replace(/\/$/, "")}/${name}`;
    await Deno.writeTextFile(file, text, { mode: 0o600 });
    console.info(words.script.exported(file));
  }
}

function setupDeps(db: Database): SetupDeps {
  const places = loadPlaceIndex();
  const landmarks = new LandmarkStore(db, places, NO_CACHE);
  return { db, fleet: new FleetStore(db), landmarks, places };
}

function printTemplate(wanted: string, words: Texts["setup"], today: string): void {
  const kind = SETUP_KINDS.find((one) => one === wanted);
  if (kind === undefined) throw new Refused(words.script.template(SETUP_KINDS.join(", ")));
  Deno.stdout.writeSync(new TextEncoder().encode(template(kind, today).text));
}

async function fileBytes(name: string): Promise<Uint8Array> {
  try {
    // A disk image by mistake is not read to be refused.
    const { size } = await Deno.stat(name);
    if (size > MAX_FILE_BYTES) return new Uint8Array(MAX_FILE_BYTES + 1);
    return await Deno.readFile(name);
  } catch (error) {
    throw new Refused(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}

function wishesOf(args: readonly string[]): Wishes {
  const files: string[] = [];
  const named = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    const [, name, value] = /^--(export|template|lang)(?:=(.*))?$/.exec(arg) ?? [];
    if (name !== undefined) named.set(name, value ?? args[++i] ?? "");
    else if (arg === "--dry-run" || arg === "--yes") named.set(arg, "");
    else if (arg.startsWith("--")) throw new Refused(`Unknown option ${arg}`);
    else files.push(arg);
  }
  const { LC_ALL = "", LANG = "" } = processEnvironment();
  const lang = named.get("lang") ?? ((LC_ALL || LANG).startsWith("sv") ? "sv" : "en");
  const locale = parseLocale(lang);
  if (locale === null) throw new Refused(`Unknown language ${lang}: ${LOCALES.join(", ")}`);
  return {
    files,
    isTrial: named.has("--dry-run"),
    exportTo: named.get("export") ?? null,
    template: named.get("template") ?? null,
    locale,
  };
}
