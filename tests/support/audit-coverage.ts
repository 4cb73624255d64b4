// Which command and which look leads to which entry of the audit log: asked of the running product, route by route.
import { auditKeys } from "../../lib/audit/keys.ts";
import type { Intent } from "../../lib/audit/intent.ts";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { roomWork } from "../../lib/assembly/work.ts";
import { ROUTE_RULES } from "../../lib/http/route-table.ts";
import { readList } from "../../lib/kv/read.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { allRoutes } from "./all-routes.ts";
import type { TestProduct } from "./operator.ts";
import { enteredAs, type RouteCaller, sendInit } from "./route-callers.ts";
import { addressOf, CUSTOMER_CANARIES, routeObjects } from "./route-objects.ts";
import type { Services } from "../../lib/assembly/services.ts";

/** One row of the matrix. */
export interface CoverageRow {
  /** `GET /admin`, `job booking-expiry`. */
  command: string;
  /** What it leaves behind. */
  entry: string;
}

/** A look at a route of the staff. */
export interface StaffLook {
  route: string;
  status: number;
  /** It showed the customer's name, number or address. */
  showsCustomer: boolean;
  /** The entries it left. */
  reads: readonly Intent[];
}

/** The day the customer rides. */
const BOOKED_DAY = "2026-11-24";
const CANARIES = Object.values(CUSTOMER_CANARIES);

/** Everything an administrator can look at, once each. */
export async function staffLooks(product: TestProduct): Promise<StaffLook[]> {
  const { services, origin } = product;
  const objects = await routeObjects(services);
  const admin = await enteredAs(product, "admin");
  const looks: StaffLook[] = [];
  for (const route of staffRoutes()) {
    const path = queryOf(route, await addressOf(route, objects, "own"));
    const before = await waiting(services);
    const response = await fetch(origin + path, { headers: admin.headers, redirect: "manual" });
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
    const body = isStream ? "" : await response.text();
    if (isStream) await response.body?.cancel();
    const reads = (await waiting(services)).slice(before.length)
      .filter(({ kind }) => kind === "read");
    const showsCustomer = CANARIES.some((canary) => body.includes(canary));
    looks.push({ route, status: response.status, showsCustomer, reads });
  }
  return looks;
}

/** The day and the search have to be asked for the customer's booking. */
function queryOf(route: string, path: string): string {
  if (route === "/admin" || route === "/api/admin/bookings") return `${path}?q=Maja`;
  return /day\.csv$|cars$/.test(route) ? `${path}?date=${BOOKED_DAY}` : path;
}

/** Everything everybody can send, once as an administrator and once as a guest; the commands that left entries. */
export async function sentCommands(product: TestProduct): Promise<Set<string>> {
  const { services, origin } = product;
  const objects = await routeObjects(services);
  const admin = await enteredAs(product, "admin");
  const before = (await waiting(services)).length;
  const send = async (caller: RouteCaller, path: string) => {
    const response = await fetch(origin + path, { ...sendInit(caller, path), redirect: "manual" });
    await response.body?.cancel();
  };
  for (const route of allRoutes()) {
    const caller = /sign-out|enter\//.test(route) ? await admin.again() : admin;
    await send(caller, await addressOf(route, objects, "own"));
  }
  return new Set((await waiting(services)).slice(before).map(({ what }) => what));
}

/** Routes whose rule asks for a right. */
export function staffRoutes(): string[] {
  return allRoutes().filter((route) => typeof ROUTE_RULES[route]?.who === "object");
}

/** Intents that no appender has taken yet. */
export async function waiting(services: Services): Promise<Intent[]> {
  const rows = await readList(services.db.read, { prefix: auditKeys.intent.prefix }, 100_000);
  return rows.map(({ value }) => value);
}

/** The mark of the customer whose data is a canary. */
export async function customerMark(): Promise<string> {
  const { reachKey } = await deriveCryptoKeys(new Uint8Array(32).fill(7));
  return await reachMark(reachKey, "phone", CUSTOMER_CANARIES.phone);
}

/** The matrix: what is sent, what is looked at, and what the product does by itself. */
export function coverageRows(looks: readonly StaffLook[], services: Services): CoverageRow[] {
  const changes = "one entry a commit, `change`";
  const sends = allRoutes().map((route) => ({ command: `POST ${route}`, entry: changes }));
  const reads = looks.map(({ route, reads }) => ({
    command: `GET ${route}`,
    entry: reads.length > 0 ? "one entry, `read`, with its subjects" : "shows nobody's data",
  }));
  const work = roomWork(services).flatMap(({ jobs = [], readers = [], rounds = [] }) => [
    ...jobs.map(({ name }) => `job ${name}`),
    ...readers.map(({ name }) => `round reading the feed for ${name}`),
    ...rounds.map(({ name }) => `round ${name}`),
  ]);
  return [...reads, ...sends, ...work.map((command) => ({ command, entry: changes }))];
}
