// bench/lighthouse: Google's audit of the pages a customer meets on a phone, the median of five runs a page.
// Lighthouse is fetched by npx (Node 20); the product runs as `deno task start` runs it.
import { paths } from "../../lib/kernel/paths.ts";
import { CHROMIUM, hasChromium } from "../../tests/support/chromium-path.ts";
import { benchTrip } from "../booking/trip.ts";
import { startProduct } from "../product/started-product.ts";

const LIGHTHOUSE = "lighthouse@12.8.2";
const RUNS = 5;
/** What Chromium needs to run here, besides being headless. */
const FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run";
/** Audits of other scores; a private page asks not to be found, so only public ones owe a SEO score. */
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

interface Looked {
  name: string;
  path: string;
  isPublic: boolean;
  /** Wanted largest contentful paint, ms. */
  lcpMs: number;
}

/** The parts of a report that are read. */
interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { score: number | null; title: string; numericValue?: number }>;
}

if (import.meta.main) {
  if (!await hasChromium()) {
    console.info(`left out: ${CHROMIUM} is missing`);
    Deno.exit(0);
  }
  await using product = await startProduct();
  console.info("page      perf  a11y  best   seo   LCP ms (wanted)   worst audits");
  let misses = 0;
  for (const page of await pages(product.origin)) misses += await look(product.origin, page);
  console.info(misses === 0 ? "every page as wanted" : `${misses} figures short of what is wanted`);
}

async function pages(origin: string): Promise<Looked[]> {
  const [quote, sold] = [
    await post<{ id: string }>(`${origin}/api/quotes`, benchTrip(1_000)),
    await post<{ id: string }>(`${origin}/api/quotes`, benchTrip(2_000)),
  ];
  const contact = { name: "Maja Öberg", phone: "+46701234567", email: "" };
  const booking = await post<{ link: string }>(`${origin}/api/bookings`, {
    quoteId: sold.id,
    vehicleClass: "standard",
    contact,
  });
  return [
    { name: "home", path: paths.home(), isPublic: true, lcpMs: 1_700 },
    { name: "prices", path: paths.prices(), isPublic: true, lcpMs: 1_500 },
    { name: "quote", path: paths.quote(quote.id), isPublic: false, lcpMs: 1_500 },
    {
      name: "ticket",
      path: paths.booking(booking.link),
      isPublic: false,
      lcpMs: 1_500,
    },
  ];
}

async function post<Answer>(url: string, body: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return await response.json();
}

/** Audits one page and prints its line; gives how many figures are short of what is wanted. */
async function look(origin: string, page: Looked): Promise<number> {
  const reports: Report[] = [];
  for (let run = 0; run < RUNS; run++) reports.push(await audit(origin + page.path));
  const scores = CATEGORIES.map((name) =>
    median(reports.map(({ categories }) => Math.round((categories[name]?.score ?? 0) * 100)))
  );
  const lcp = median(
    reports.map(({ audits }) => audits["largest-contentful-paint"]?.numericValue ?? Infinity),
  );
  const isWanted = scores.map((score, at) => score === 100 || (at === 3 && !page.isPublic));
  const figures = scores.map((score) => String(score).padStart(5)).join(" ");
  console.info(
    `${page.name.padEnd(9)}${figures}   ${lcp.toFixed(0).padStart(5)} (<= ${page.lcpMs})`,
  );
  for (const line of failing(reports, page)) console.info(`          ${line}`);
  return isWanted.filter((isGood) => !isGood).length + (lcp > page.lcpMs ? 1 : 0);
}

/** Audits that failed in most runs, with their titles. */
function failing(reports: readonly Report[], page: Looked): string[] {
  const names = Object.keys(reports[0]?.audits ?? {});
  return names.filter((name) => {
    if (!page.isPublic && name === "is-crawlable") return false;
    const failed = reports.filter(({ audits }) => {
      const score = audits[name]?.score ?? null;
      return score !== null && score < 0.9;
    });
    return failed.length * 2 > reports.length;
  }).map((name) => `${name}: ${reports[0]?.audits[name]?.title}`);
}

async function audit(url: string): Promise<Report> {
  const { code, stdout, stderr } = await new Deno.Command("npx", {
    args: ["-y", LIGHTHOUSE, url, "--quiet", "--output=json", `--chrome-flags=${FLAGS}`],
    env: { CHROME_PATH: CHROMIUM },
    stdout: "piped",
    stderr: "piped",
  }).output();
  if (code !== 0) throw new Error(new TextDecoder().decode(stderr).slice(-2_000));
  return JSON.parse(new TextDecoder().decode(stdout));
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
}
