// Many people who each have a name of their own, at two instances of the product that share a database and a tier: whatever
// one of them is answered names nobody else.
import { issueEntryLink } from "../../../lib/accounts/one-time-link.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import type { CacheShare } from "../../../lib/assembly/cache-room.ts";
import { PLAIN_COOKIE } from "../../../lib/accounts/session-cookie.ts";
import { coarseClock } from "../../../lib/cache/coarse-clock.ts";
import { KvTier } from "../../../lib/cache/kv-tier.ts";
import { openDatabase } from "../../../lib/kv/open.ts";
import { ORIGIN, testApp, type TestHandler } from "../app.ts";
import { aPerson, useLink } from "../operator.ts";
import { oneOf, type Random, SEED, seeded } from "../random.ts";
import { testServices } from "../services.ts";
import { aQuote, aStoredBooking, OSTRA_HAMNGATAN } from "../trips.ts";

/** Requests under way at once. */
const AT_ONCE = 20;
const CANARY = /kanarie[a-z]+zz/gi;

/** Somebody, with the pages that are theirs alone and those that are everybody's. */
interface User {
  name: string;
  cookie: string;
  own: readonly string[];
}

/** What everybody is given alike, whoever asks. */
const PUBLIC = ["/", "/prices", "/terms", "/help?lang=en", "/api/places?q=vasag&locale=sv"];

/** Those who ask, and where. */
export interface CanaryWorld extends AsyncDisposable {
  users: readonly User[];
  handlers: readonly TestHandler[];
}

/** So many people. */
export async function canaryWorld(count: number): Promise<CanaryWorld> {
  const tier = new KvTier({ db: await openDatabase(":memory:") });
  const share: CacheShare = {
    ...{ tier, secret: new Uint8Array(32).fill(5), release: "canaries" },
    now: coarseClock(),
  };
  const one = await testServices({ parts: { cacheShare: share } });
  const { db } = one.services;
  const other = await testServices({
    ...{ parts: { cacheShare: share }, existing: true },
    wrap: (own) => (own.close(), db),
  });
  const users: User[] = [];
  for (let i = 0; i < count; i++) users.push(await aUser(one.services, i));
  const handlers = [await testApp(one.services), await testApp(other.services)];
  const dispose = async () => {
    other.stop.abort();
    await one[Symbol.asyncDispose]();
    tier.close();
  };
  return { users, handlers, [Symbol.asyncDispose]: dispose };
}

/** What came of it. */
export interface CanaryCount {
  requests: number;
  /** Answers that name whoever asked. */
  own: number;
  /** Answers that name somebody else, with who was asked for. */
  foreign: string[];
}

/** Asks so often, all of them mixed. */
export async function askAll(
  { users, handlers }: Pick<CanaryWorld, "users" | "handlers">,
  requests: number,
): Promise<CanaryCount> {
  const random = seeded(SEED);
  const count: CanaryCount = { requests, own: 0, foreign: [] };
  let left = requests;
  const work = async () => {
    while (left-- > 0) await askOne(random, { users, handlers }, count);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return count;
}

async function askOne(
  random: Random,
  { users, handlers }: Pick<CanaryWorld, "users" | "handlers">,
  count: CanaryCount,
): Promise<void> {
  const { name, cookie, own } = oneOf(random, users);
  const isPublic = random() < 0.3;
  const path = oneOf(random, isPublic ? PUBLIC : own);
  const headers = isPublic && random() < 0.5 ? undefined : { cookie };
  const request = new Request(ORIGIN + path, headers === undefined ? {} : { headers });
  const answer = await oneOf(random, handlers)(request);
  const text = await answer.text();
  const named = new Set([...text.matchAll(CANARY)].map(([one]) => one.toLowerCase()));
  if (named.has(name)) count.own++;
  for (const one of named) {
    if (one !== name || headers === undefined) count.foreign.push(`${path}: ${one}`);
  }
}

async function aUser(services: Services, i: number): Promise<User> {
  const letters = [...String(i)].map((digit) => "abcdefghij"[Number(digit)]).join("");
  const name = `kanarie${letters}zz`;
  const person = await aPerson(services, name, "customer");
  const token = await issueEntryLink(services, { personId: person.id, purpose: "demo" });
  const answer = await useLink(services, token);
  if (!answer.ok) throw new Error(answer.reason);
  const day = Temporal.PlainDate.from("2026-11-24").add({ days: i });
  const to = { ...OSTRA_HAMNGATAN, words: `${name}s väg` };
  const wish = { wallTime: `${day}T14:00`, to };
  const contact = { name, phone: `+4670${1_000_000 + i}`, email: "" };
  const quote = await aQuote(services, wish);
  const { link } = await aStoredBooking(services, { quote, contact });
  const other = await aQuote(services, wish);
  const own = [
    `/bookings/${link}`,
    `/api/bookings/${link}`,
    `/quotes/${other.id}`,
    "/account/privacy",
  ];
  return { name, cookie: `${PLAIN_COOKIE}=${answer.begun.secret}`, own };
}
