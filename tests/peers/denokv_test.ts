// Two processes of the product on one real denokv server: what one commits, the other's boards show.
import assert from "node:assert/strict";
import { EventReader } from "../support/event-reader.ts";
import { tempFolder } from "../support/databases.ts";
import { aCustomer } from "../support/production-server.ts";
import { isInstalled } from "../support/proxies.ts";
import { restartUnderLoad } from "../support/restarts.ts";
import { type Product, startProduct } from "./support/denokv-products.ts";
import { denokvProgram, startDenokv } from "./support/denokv-peer.ts";
import { startPair } from "./support/denokv-pair.ts";

const DENOKV = denokvProgram("two processes on one denokv server");
/** Each process is restarted once. */
const RESTARTS = 2;

Deno.test({
  name:
    "a booking through one process appears on the other's open board, and both serve its ticket",
  ignore: DENOKV === null,
  async fn() {
    await using folder = await tempFolder();
    await using server = await startDenokv(DENOKV ?? "", `${folder.path}/kv.sqlite`);
    await using one = await startProduct(server.url);
    await using other = await startProduct(server.url);
    const board = new EventReader(
      await fetch(`${other.origin}/api/admin/events`, { headers: await signIn(other) }),
    );
    await board.nextOf("beat");

    const bookedAt = performance.now();
    const { reference, link } = await book(one.origin);
    const heard = await board.nextOf("booking");
    console.info(`heard after ${Math.round(performance.now() - bookedAt)} ms`);
    assert.equal(JSON.parse(heard?.data ?? "").summary.reference, reference);
    for (const { origin } of [one, other]) {
      const ticket = await fetch(`${origin}/api/bookings/${link}`);
      assert.equal(ticket.status, 200);
      assert.equal((await ticket.json()).reference, reference);
    }
    await board.leave();
  },
});

Deno.test({
  name: "two processes behind one proxy are restarted in turn, and nobody notices",
  ignore: DENOKV === null || !await isInstalled("caddy"),
  async fn() {
    await using pair = await startPair(DENOKV ?? "");
    const { ask, origin, servers } = pair;
    const figures = await restartUnderLoad(servers, {
      ...{ ask, customer: aCustomer(ask, origin), restarts: RESTARTS, nowMs: () => 0 },
    });
    assert.deepEqual(figures.failures, []);
    assert(figures.streams > 0, "no stream ended with its server");
  },
});

async function signIn({ origin, link }: Product): Promise<{ cookie: string }> {
  const headers = { origin, "sec-fetch-site": "same-origin" };
  const answer = await fetch(link, { method: "POST", headers, redirect: "manual" });
  await answer.body?.cancel();
  assert.equal(answer.status, 303);
  return { cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "" };
}

async function book(origin: string): Promise<{ reference: string; link: string }> {
  const post = async (path: string, body: unknown, headers = {}) => {
    const response = await fetch(origin + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    assert.equal(response.status, 201, path);
    return await response.json();
  };
  const pickup = Temporal.Now.zonedDateTimeISO("Europe/Stockholm").add({ days: 5 });
  const quote = await post("/api/quotes", {
    from: { words: "Landvetter", placeId: "airport:GOT" },
    to: { words: "Göteborg C", placeId: "pin:57.7066,11.9675" },
    pickup: { wallTime: `${pickup.toPlainDate()}T13:00` },
  });
  const contact = { name: "Maja Öberg", phone: "070-123 45 67", email: "" };
  const booking = { quoteId: quote.id, vehicleClass: "standard", contact };
  const made = await post("/api/bookings", booking, { "idempotency-key": "two processes" });
  return { reference: made.reference ?? made.booking.reference, link: made.link };
}
