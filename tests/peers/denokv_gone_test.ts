// A denokv server that stands still, or is gone, for half a minute under a light load: the product answers throughout,
// goes on by itself, and nothing that was acknowledged is lost.
import assert from "node:assert/strict";
import { REMOTE_DEADLINE_MS } from "../../lib/kv/guard-kv.ts";
import { tempFolder } from "../support/databases.ts";
import { moment } from "../support/production-server.ts";
import { denokvProgram, type RunningDenokv, startDenokv } from "./support/denokv-peer.ts";
import { type Product, startProduct } from "./support/denokv-products.ts";

const DENOKV = denokvProgram("a denokv server that is gone for half a minute");
/** How long it is gone. */
const GONE_MS = 30_000;
/** Longest anybody waits for an answer: some requests ask the database more than once. */
const ANSWERED_WITHIN_MS = 3 * REMOTE_DEADLINE_MS;
/** Most tries until it goes on, a tenth of a second apart when it answers at once. */
const MOST_TRIES = 300;

const WAYS: Readonly<
  Record<string, { go(kv: RunningDenokv): void | Promise<void>; back: typeof backByStart }>
> = {
  "stands still": {
    go: (kv) => kv.signal("SIGSTOP"),
    back: (kv) => Promise.resolve(kv.signal("SIGCONT")),
  },
  "is killed and started again": { go: (kv) => kv.crash(), back: backByStart },
};

function backByStart(kv: RunningDenokv): Promise<void> {
  return kv.start();
}

for (const [way, { go, back }] of Object.entries(WAYS)) {
  Deno.test({
    name:
      `a denokv server that ${way} costs no booking that was acknowledged, and nobody an answer`,
    ignore: DENOKV === null,
    async fn() {
      await using folder = await tempFolder();
      await using kv = await startDenokv(DENOKV ?? "", `${folder.path}/kv.sqlite`);
      await using product = await startProduct(kv.url);
      const customers = new Customers(product);
      while (customers.acknowledged.length < 3) await customers.buy();

      await go(kv);
      const refused = await refusedWhileGone(product, customers);
      await back(kv);

      const known = customers.acknowledged.length;
      for (let tries = 0; customers.acknowledged.length < known + 3; tries++) {
        assert.ok(tries < MOST_TRIES, "it goes on by itself");
        await customers.buy();
        await moment();
      }
      assert.equal((await askOf(product, "/readyz")).status, 200);
      for (const { reference, link } of customers.acknowledged) {
        const ticket = await askOf(product, `/api/bookings/${link}`);
        assert.equal(ticket.status, 200, reference);
        assert.equal((await ticket.json()).reference, reference);
      }
      console.info(`${way}: ${refused} refused, ${customers.acknowledged.length} kept`);
    },
  });
}

/** Everybody is answered while it is gone: pages are shown, prices are refused with when to come back. */
async function refusedWhileGone(product: Product, customers: Customers): Promise<number> {
  let refused = 0;
  let unready = 0;
  for (const startMs = performance.now(); performance.now() - startMs < GONE_MS;) {
    assert.equal((await askOf(product, "/livez")).status, 200);
    assert.equal((await askOf(product, "/")).status, 200);
    const answer = await customers.buy();
    assert.equal(answer.status, 503, "no price and no booking");
    assert.match(answer.headers.get("retry-after") ?? "", /^\d+$/);
    refused++;
    if ((await askOf(product, "/readyz")).status === 503) unready++;
  }
  // What a supervisor was told a moment before may be told once more.
  assert.ok(unready >= refused - 1 && unready > 0, `${unready} of ${refused} looks said so`);
  return refused;
}

/** Asks, and gives up after longer than anybody should wait. */
async function askOf({ origin }: Product, path: string, init: RequestInit = {}) {
  const response = await fetch(origin + path, {
    ...init,
    signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
  });
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, json: () => Promise.resolve(JSON.parse(text)) };
}

/** Customers who buy one after the other, each at another time. */
class Customers {
  readonly acknowledged: { reference: string; link: string }[] = [];
  #count = 0;

  constructor(readonly product: Product) {}

  /** Asks for a price and buys it; the answer that decided. */
  async buy() {
    const minutes = (this.#count++ * 17) % (24 * 60);
    const day = Temporal.Now.plainDateISO("Europe/Stockholm").add({ days: 2 + this.#count % 30 });
    const time = Temporal.PlainTime.from("00:00").add({ minutes }).toString().slice(0, 5);
    const quote = await this.#post("/api/quotes", {
      from: { words: "Landvetter", placeId: "airport:GOT" },
      to: { words: "Göteborg C", placeId: "pin:57.7066,11.9675" },
      pickup: { wallTime: `${day}T${time}` },
    });
    if (quote.status !== 201) return quote;
    const contact = { name: "Maja Öberg", phone: "070-123 45 67", email: "" };
    const { id: quoteId } = await quote.json();
    const bought = await this.#post("/api/bookings", {
      ...{ quoteId, vehicleClass: "standard", contact },
    }, { "idempotency-key": quoteId });
    if (bought.status !== 201) return bought;
    const { booking, link } = await bought.json();
    this.acknowledged.push({ reference: booking.reference, link });
    return bought;
  }

  #post(path: string, body: unknown, headers: Record<string, string> = {}) {
    return askOf(this.product, path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  }
}
