// `deno task mutate [folder…]`: plants small faults in copies of the checkout and says which no test notices.
import { checkoutFiles } from "./mutate/checkout-copy.ts";
import { RedBaseline } from "./mutate/baseline.ts";
import { chooseSample, seededRandom } from "./mutate/choose-sample.ts";
import { EQUIVALENTS } from "./mutate/equivalent.ts";
import { findMutants } from "./mutate/find-mutants.ts";
import { findById, matchEquivalents, rowsAbout } from "./mutate/match-equivalents.ts";
import type { Mutant } from "./mutate/mutant.ts";
import { type Options, parseOptions, USAGE } from "./mutate/options.ts";
import { printedReport, reportOf } from "./mutate/report.ts";
import { runMutants } from "./mutate/run-mutants.ts";

const ROOT = new URL("..", import.meta.url).pathname;

if (import.meta.main) Deno.exit(await main());

/** The exit code: 0 when it could say what there is to say, whatever survived. */
async function main(): Promise<number> {
  const options = readOptions();
  if (options === null) return 2;
  const files = await checkoutFiles(ROOT);
  const sources = files.filter((path) => isMutated(path, options.places));
  const texts = new Map<string, string>();
  for (const path of sources) texts.set(path, await Deno.readTextFile(ROOT + path));
  const all = [...texts].flatMap(([path, text]) => findMutants(path, text));
  const mutants = chosen(all, options);
  if (mutants.length === 0) {
    console.error(`No such mutants in ${options.places.join(" ")}`);
    return 2;
  }
  if (options.list) {
    for (const { id, original, replacement } of mutants) {
      console.info(`${id} ${JSON.stringify(original)} → ${JSON.stringify(replacement)}`);
    }
    return 0;
  }
  console.info(`${mutants.length} of ${all.length} mutants, seed ${options.seed}`);
  return await tryAll({ files, texts, all, mutants, options });
}

function readOptions(): Options | null {
  try {
    return parseOptions(Deno.args, () => crypto.getRandomValues(new Uint16Array(1))[0] || 1);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return null;
  }
}

function isMutated(path: string, places: readonly string[]): boolean {
  const isSource = /\.tsx?$/.test(path) && !/\.(gen|d)\.ts$/.test(path);
  return isSource &&
    places.some((place) => place.endsWith("/") ? path.startsWith(place) : path === place);
}

function chosen(all: readonly Mutant[], { only, sample, seed }: Options): Mutant[] {
  if (only.length === 0) return chooseSample(all, sample, seededRandom(seed));
  return only.flatMap((id) => findById(id, all) ?? []);
}

interface Trial {
  files: readonly string[];
  texts: ReadonlyMap<string, string>;
  all: readonly Mutant[];
  mutants: readonly Mutant[];
  options: Options;
}

async function tryAll({ files, texts, all, mutants, options }: Trial): Promise<number> {
  const rows = rowsAbout(EQUIVALENTS, new Set(texts.keys()), files);
  const { reasons, stale } = matchEquivalents(rows, all);
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  const budget = setTimeout(stop, options.minutes * 60_000);
  Deno.addSignalListener("SIGINT", stop);
  try {
    const verdicts = await runMutants({
      root: ROOT,
      files,
      mutants,
      equivalents: reasons,
      workers: options.workers,
      types: options.types,
      stop: stopping.signal,
      say: console.info,
    });
    const report = reportOf(verdicts, options.seed, stale);
    console.info(`\n${printedReport(report, texts)}`);
    if (options.json) await Deno.writeTextFile(options.json, JSON.stringify(report, null, 2));
    return 0;
  } catch (error) {
    if (!(error instanceof RedBaseline)) throw error;
    console.error(`${error.output}\n${error.message}; mutants tell nothing until it passes.`);
    return 1;
  } finally {
    clearTimeout(budget);
    Deno.removeSignalListener("SIGINT", stop);
  }
}
