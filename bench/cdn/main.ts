// The promises of a cache in front, with a real Varnish: how much of the public trace never reaches the product, and how
// soon after its commit a published tariff is what everybody is shown.
import { paths } from "../../lib/kernel/paths.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import type { Tariff } from "../../lib/pricing/tariff.ts";
import { type EdgeProduct, edgeProduct } from "../../tests/peers/support/edge-product.ts";
import { peerProgram } from "../../tests/peers/support/peer-folder.ts";
import { VARNISH_PROGRAM } from "../../tests/peers/support/varnish-peer.ts";
import { publicTrace, TRACE_SEED } from "../../tests/support/public-trace.ts";

const VISITS = 1_000;
const PURGES = 20;
/** What is promised: percent, and milliseconds. */
const LEAST_OFFLOAD = 90;
const MOST_PURGE_MS = 1_000;

const program = peerProgram(VARNISH_PROGRAM, "the bench of a cache in front");
if (program !== null) {
  await using product = await edgeProduct(program);
  const offload = await offloadOf(product);
  const times = await purgeTimes(product);
  const [half = 0, most = 0] = [times[Math.floor(times.length / 2)], times.at(-1)];
  console.info(
    `Purge: ${times.length} tariffs, median ${Math.round(half)} ms, longest ${
      Math.round(most)
    } ms ` +
      `(promised ≤ ${MOST_PURGE_MS} ms)`,
  );
  if (offload < LEAST_OFFLOAD || most > MOST_PURGE_MS) {
    console.error("A promise is not kept");
    Deno.exitCode = 1;
  }
}

async function read({ varnish }: EdgeProduct, path: string, headers: HeadersInit = {}) {
  const response = await fetch(varnish.origin + path, { headers });
  return await response.text();
}

/** Of the trace in percent, by kind and in all. */
async function offloadOf(product: EdgeProduct): Promise<number> {
  const files = await filesOfHome(product);
  const trace = publicTrace(product.test.services.places, files, VISITS);
  const begin = performance.now();
  const counts = new Map<string, { asked: number; reached: number }>();
  for (const { path, headers, kind } of trace) {
    const before = product.reached.length;
    await read(product, path, headers);
    const count = counts.get(kind) ?? { asked: 0, reached: 0 };
    count.asked++;
    count.reached += product.reached.length - before;
    counts.set(kind, count);
  }
  const seconds = (performance.now() - begin) / 1_000;
  for (const [kind, { asked, reached }] of counts) {
    console.info(`  ${kind.padEnd(8)} ${asked} asked, ${reached} reached the product`);
  }
  const all = [...counts.values()].reduce((sum, { reached }) => sum + reached, 0);
  const offload = 100 * (1 - all / trace.length);
  console.info(`  ${files.length} files of the start page`);
  console.info(
    `Offload: ${offload.toFixed(2)} % of ${trace.length} requests in ${seconds.toFixed(0)} s, ` +
      `seed ${TRACE_SEED} (promised ≥ ${LEAST_OFFLOAD} %)`,
  );
  return offload;
}

/** What a browser loads with the start page, each once: styles, fonts, icons, and the scripts of its islands. */
async function filesOfHome(product: EdgeProduct): Promise<string[]> {
  let home = "";
  // Varnish has to find the product well first.
  while (!home.includes("__frsh_c=")) home = await read(product, paths.home());
  const named = home.matchAll(/(?:href|src)="(\/[^"#]+__frsh_c=[^"#]+)/g);
  const modules = home.matchAll(/"(\/_fresh\/js\/[^"]+)"/g);
  return [...new Set([...named, ...modules].map(([, path = ""]) => path.replaceAll("&amp;", "&")))];
}

/** From each commit until the new price is shown, sorted. */
async function purgeTimes(product: EdgeProduct): Promise<number[]> {
  product.tell();
  const times: number[] = [];
  const [tariff] = DEMO_TARIFFS;
  for (let number = 0; number < PURGES; number++) {
    const before = await read(product, paths.prices());
    await product.test.services.tariffs.save(revisionOf(tariff, number));
    const begin = performance.now();
    while (await read(product, paths.prices()) === before);
    times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b);
}

/** Another price, as a later revision. */
function revisionOf(tariff: Tariff | undefined, number: number): Tariff {
  const standard = tariff?.rates.standard;
  if (tariff === undefined || standard === undefined) throw new Error("The demo has no tariff");
  const rates = { ...tariff.rates, standard: { ...standard, baseOre: 10_100 + 100 * number } };
  return { ...tariff, version: `${tariff.validFrom}.${100 + number}`, rates };
}
