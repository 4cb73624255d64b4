// bench/overhead: what all that keeps the product up costs a page and a booking, against the commit before there was any
// of it. Rounds are interleaved, the first of each round takes turns; what is printed are medians. README.md says more.
import { type Cost, MeasuredServer } from "./measured-server.ts";

/** The last commit before errors, incidents, limits and shedding. */
const BEFORE = "77b0519";
const ROUNDS = 15;
/** About a second each. */
const PAGES = 500;
const BOOKINGS = 200;
const WANTED = 1.05;
const ROOT = new URL("../..", import.meta.url).pathname;

/** What a page and a booking cost one of both in one round. */
interface Round {
  page: Cost;
  booking: Cost;
}

if (import.meta.main) {
  const before = await sourcesOf(BEFORE);
  try {
    await compare(before);
  } finally {
    await Deno.remove(before, { recursive: true });
  }
}

async function compare(folder: string): Promise<void> {
  await using before = await MeasuredServer.start(folder);
  await using now = await MeasuredServer.start(ROOT);
  // The first of a process are its slowest.
  for (const server of [before, now]) {
    await server.pages(2 * PAGES);
    await server.bookings(2 * BOOKINGS);
  }
  const rounds: { before: Round; now: Round }[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    if (i % 2 === 0) rounds.push({ before: await round(before), now: await round(now) });
    else {
      const later = await round(now);
      rounds.push({ before: await round(before), now: later });
    }
  }
  console.info(`${ROUNDS} rounds of ${PAGES} pages and ${BOOKINGS} bookings; now / ${BEFORE}`);
  console.info("                    before     now    ratio   middle half      all");
  for (const what of ["page", "booking"] as const) {
    for (const  of of["cpuMs", "wallMs"] as const) {
      report(
        `${what}, ${of === "cpuMs" ? "processor" : "wall"}`,
        rounds.map((one) => [one.before[what][of], one.now[what][of]]),
      );
    }
  }
}

async function round(server: MeasuredServer): Promise<Round> {
  return { page: await server.pages(PAGES), booking: await server.bookings(BOOKINGS) };
}

function report(name: string, pairs: readonly (readonly [before: number, now: number])[]): void {
  const ratios = pairs.map(([before, now]) => now / before);
  const at = (share: number) => quantile(ratios, share).toFixed(2);
  const [before, now] = [0, 1].map((side) => quantile(pairs.map((pair) => pair[side] ?? 0), 0.5));
  const verdict = quantile(ratios, 0.5) <= WANTED ? "" : `  wanted <= ${WANTED}`;
  console.info(
    [
      name.padEnd(19),
      `${before?.toFixed(2)} ms`.padStart(8),
      `${now?.toFixed(2)} ms`.padStart(8),
      quantile(ratios, 0.5).toFixed(3).padStart(7),
      `${at(0.25)} - ${at(0.75)}`.padStart(14),
      `${at(0)} - ${at(1)}`.padStart(14),
    ].join(" ") + verdict,
  );
}

/** The sources of a commit in a folder of their own, with the server that both are measured by. */
async function sourcesOf(commit: string): Promise<string> {
  const folder = await Deno.makeTempDir();
  const archive = `${folder}.tar`;
  await run("git", ["archive", "--output", archive, commit]);
  await run("tar", ["-xf", archive, "-C", folder]);
  await Deno.remove(archive);
  await Deno.mkdir(`${folder}/bench/overhead`);
  await Deno.copyFile(`${ROOT}bench/overhead/server.ts`, `${folder}/bench/overhead/server.ts`);
  return folder;
}

async function run(command: string, args: string[]): Promise<void> {
  const { success } = await new Deno.Command(command, { args, cwd: ROOT }).spawn().status;
  if (!success) throw new Error(`${command} failed`);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
