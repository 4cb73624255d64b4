// bench/checkout paying: sixteen people pay at once, with the local Stripe as a process of its own and a database in a file,
// beside sixteen who book and pay in the car. Rounds take turns; what is printed are medians and their ratio.
import type { Services } from "../../lib/assembly/services.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { advancePayment } from "../../lib/payments/advance-payment.ts";
import { beginPaying } from "../../lib/payments/open-payment.ts";
import type { PaymentMethod } from "../../lib/payments/payment-method.ts";
import type { PaymentId } from "../../lib/payments/payment.ts";
import type { Quote } from "../../lib/pricing/quote.ts";
import { quoteTrip } from "../../lib/pricing/quote-trip.ts";
import { resolveTrip } from "../../lib/trip/trip-form.ts";
import { LOCAL_KEYS } from "../../scripts/local-stripe/server.ts";
import { stripeEnvironment } from "../../tests/support/stripe.ts";
import { benchServices } from "../booking/server.ts";
import { benchTrip } from "../booking/trip.ts";

const CLIENTS = 16;
const ROUNDS = 3;
const BOOKINGS_A_ROUND = 160;
/** Most looks of one who is told that too many ask at once. */
const MAX_TRIES = 50;
const CONTACT = { name: "Maja Öberg", phone: "+46701234567", email: "" };

/** What a round came to. */
interface Round {
  perSecond: number;
  p50: number;
  p99: number;
}

/** Measures both. */
export async function measurePaying(): Promise<void> {
  const folder = await Deno.makeTempDir();
  await using stripe = await localStripe();
  const services = await benchServices(`${folder}/avanti.sqlite`, stripeEnvironment(stripe.url));
  const rounds: Record<"car" | "card" | "paid", Round[]> = { car: [], card: [], paid: [] };
  let waited = 0;
  for (let round = 0; round < ROUNDS; round++) {
    rounds.car.push(await load(services, (quote) => books(services, quote, "car")));
    const paidMs: number[] = [];
    const whole = await load(services, async (quote) => {
      const id = await books(services, quote, "card");
      waited += await paysFor(services, stripe.url, id, paidMs);
    });
    rounds.card.push(whole);
    rounds.paid.push(roundOf(paidMs, paidMs.length / whole.perSecond));
  }
  const [car, card, paid] = [middle(rounds.car), middle(rounds.card), middle(rounds.paid)];
  console.info("16 clients                      bookings/s    p50 ms    p99 ms");
  for (
    const [name, one] of [
      ["booked, paid in the car", car],
      ["booked and paid by card", card],
      ["  from paid to confirmed", paid],
    ] as const
  ) {
    const cells = [one.perSecond, one.p50, one.p99].map((cell) => cell.toFixed(1).padStart(10));
    console.info(name.padEnd(31), ...cells);
  }
  const ratio = (of: keyof Round) => (card[of] / car[of]).toFixed(2);
  console.info(`card / car: ${ratio("perSecond")} of its throughput, ${ratio("p99")} of its p99`);
  console.info(`asked again because too many asked at once: ${waited}`);
  services.db.close();
  await Deno.remove(folder, { recursive: true });
}

async function books(services: Services, { id: quoteId }: Quote, method: PaymentMethod) {
  const { booking } = await createBooking(services, {
    ...{ quoteId, vehicleClass: "standard", contact: CONTACT, flightNumber: "", note: "" },
    ...{ locale: "sv", method, idempotencyKey: crypto.randomUUID() },
  });
  return booking.id;
}

/** Opens the payment, pays at Stripe, comes back; how often it had to ask again. */
async function paysFor(services: Services, url: string, booking: string, paidMs: number[]) {
  const [payment] = await services.payments.ofBooking(booking);
  if (payment === undefined) throw new Error("There is nothing to pay");
  let again = 0;
  const patient = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    for (let tries = 1;; tries++) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof GatewayError) || tries === MAX_TRIES) throw error;
        again++;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  };
  const id: PaymentId = payment.id;
  const secret = (await patient(() => beginPaying(services, id)))?.clientSecret ?? "";
  await confirmed(url, secret);
  const began = performance.now();
  const after = await patient(() => advancePayment(services, id));
  paidMs.push(performance.now() - began);
  if (after?.status !== "authorised") throw new Error(`It is ${after?.status}`);
  return again;
}

/** What Stripe's script asks for a card. */
async function confirmed(url: string, clientSecret: string): Promise<void> {
  const [intent = ""] = clientSecret.split("_secret_");
  const response = await fetch(`${url}/v1/payment_intents/${intent}/confirm`, {
    method: "POST",
    headers: { authorization: `Bearer ${LOCAL_KEYS.publishableKey}` },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: "pm_card_visa" }),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`Stripe says ${response.status}`);
}

/** Quotes are made before; each client takes the next when it is done. */
async function load(services: Services, act: (quote: Quote) => Promise<unknown>): Promise<Round> {
  const quotes: Quote[] = [];
  for (let n = 0; n < BOOKINGS_A_ROUND; n++) quotes.push(await aQuote(services));
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, async () => {
    for (let quote = quotes.pop(); quote !== undefined; quote = quotes.pop()) {
      const sent = performance.now();
      await act(quote);
      times.push(performance.now() - sent);
    }
  }));
  return roundOf(times, (performance.now() - began) / 1000);
}

let made = 0;

async function aQuote(services: Services): Promise<Quote> {
  const trip = resolveTrip(services.places, benchTrip(made++), "sv");
  if (!trip.ok) throw new Error("The trip does not resolve");
  return await quoteTrip(services, trip.value);
}

function roundOf(times: number[], seconds: number): Round {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { perSecond: times.length / seconds, p50: at(0.5) ?? 0, p99: at(0.99) ?? 0 };
}

function middle(rounds: readonly Round[]): Round {
  const at = (of: keyof Round) =>
    rounds.map((one) => one[of]).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0;
  return { perSecond: at("perSecond"), p50: at("p50"), p99: at("p99") };
}

/** The local Stripe as a process of its own, on a port that is free. */
async function localStripe(): Promise<AsyncDisposable & { url: string }> {
  const free = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = free.addr;
  free.close();
  const program = new URL("../../scripts/local-stripe/main.ts", import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", program, String(port)],
    stderr: "inherit",
  }).spawn();
  const url = `http://127.0.0.1:${port}`;
  while (!await isUp(url)) await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await child.status;
    },
  };
}

async function isUp(url: string): Promise<boolean> {
  try {
    await (await fetch(`${url}/v3/`)).body?.cancel();
    return true;
  } catch {
    return false;
  }
}
