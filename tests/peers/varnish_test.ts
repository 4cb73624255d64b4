// A real Varnish in front of the product, by the file that ships for it: what it gives away by itself, what it must not
// keep, and what it is told to throw away.
import assert from "node:assert/strict";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { type MayCall, ROUTE_RULES } from "../../lib/http/route-table.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { allRoutes } from "../support/all-routes.ts";
import { type Disguise, disguisesOf, PRIVATE_CANARIES } from "../support/disguises.ts";
import { publicTrace } from "../support/public-trace.ts";
import { enteredAs, routeCallers } from "../support/route-callers.ts";
import { addressOf, routeObjects } from "../support/route-objects.ts";
import { askRaw, type EdgeProduct, edgeProduct } from "./support/edge-product.ts";
import { peerProgram } from "./support/peer-folder.ts";
import { VARNISH_PROGRAM } from "./support/varnish-peer.ts";

const VARNISH = peerProgram(VARNISH_PROGRAM, "the cache in front, with a real Varnish");
/** Least part of the public trace that never reaches the product, in percent. */
const LEAST_OFFLOAD = 90;
const VISITS = 600;
/** Askers at once. */
const AT_ONCE = 8;
/** One in so many disguises of a page that is nobody's in particular, or the staff's. */
const OTHERS_EACH = 9;
/** Looks for a new price before it is given up, one after another. */
const MOST_LOOKS = 2_000;

function edgeTest(name: string, fn: (product: EdgeProduct) => Promise<void>): void {
  Deno.test({
    ...{ name, ignore: VARNISH === null },
    async fn() {
      await using product = await edgeProduct(VARNISH ?? "");
      await fn(product);
    },
  });
}

async function ask(
  { varnish }: Pick<EdgeProduct, "varnish">,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
) {
  const response = await fetch(varnish.origin + path, { headers, method, redirect: "manual" });
  const body = response.headers.get("content-type")?.startsWith("text/event-stream")
    ? (await response.body?.cancel(), "")
    : await response.text();
  return { status: response.status, headers: response.headers, body };
}

const wasKept = (headers: Headers) => headers.get("cache-status") === "edge; hit";

edgeTest(
  `of the public trace at least ${LEAST_OFFLOAD} % never reach the product`,
  async (product) => {
    const home = await ask(product, "/");
    const files = [...home.body.matchAll(/(?:href|src)="(\/[^"]+__frsh_c=[^"]+)"/g)]
      .map(([, path = ""]) => path.replaceAll("&amp;", "&"));
    assert(files.length > 3);
    const trace = publicTrace(product.test.services.places, files, VISITS);
    product.reached.length = 0;
    for (const { path, headers, kind } of trace) {
      const { status } = await ask(product, path, headers);
      assert.equal(status, 200, `${kind} ${path}`);
    }
    const offload = 100 * (1 - product.reached.length / trace.length);
    const kinds = ["page", "file", "search", "worker"].map((kind) =>
      `${trace.filter((one) => one.kind === kind).length} ${kind}`
    );
    console.info(
      `${trace.length} requests (${kinds.join(", ")}), ${product.reached.length} reached the ` +
        `product: ${offload.toFixed(1)} % offload`,
    );
    assert(offload >= LEAST_OFFLOAD, `${offload}`);
  },
);

edgeTest(
  "each language is kept apart, one that is chosen is remembered, and a session has its own start page",
  async (product) => {
    for (let round = 0; round < 2; round++) {
      for (const locale of LOCALES) {
        for (const path of [paths.prices(), paths.home()]) {
          const cookie = `a=1; avanti-locale=${locale}; b=2`;
          const { body, headers } = await ask(product, path, { cookie });
          assert.match(body, new RegExp(`<html lang="${locale}"`), path);
          assert.equal(headers.get("vary"), "Cookie, Accept-Encoding");
          assert.equal(headers.get("cache-control"), "private, no-cache");
          assert.equal(wasKept(headers), round > 0, `${path} ${locale} ${round}`);
        }
      }
    }
    const chosen = await ask(product, "/help?lang=en");
    assert.match(chosen.headers.get("set-cookie") ?? "", /^avanti-locale=en/);
    const again = await ask(product, "/help?lang=en");
    assert.match(again.headers.get("set-cookie") ?? "", /^avanti-locale=en/);
    const known = { cookie: "avanti-locale=en" };
    await ask(product, "/help?lang=en", known);
    const kept = await ask(product, "/help?lang=en", known);
    assert(wasKept(kept.headers));
    assert.equal(kept.headers.get("set-cookie"), null);
    const session = await ask(product, "/", {
      cookie: "__Host-avanti-session=x; avanti-locale=sv",
    });
    assert(!wasKept(session.headers));
  },
);

edgeTest(
  "a copy that is still right is not sent again, by its tag, and the names of the machinery stay inside",
  async (product) => {
    const first = await ask(product, "/prices");
    const etag = first.headers.get("etag") ?? "";
    const again = await ask(product, "/prices", { "if-none-match": etag });
    assert.equal(again.status, 304);
    assert.equal(
      again.headers.get("content-security-policy"),
      first.headers.get("content-security-policy"),
    );
    for (const name of ["surrogate-key", "cdn-cache-control", "xkey", "via", "x-varnish"]) {
      assert.equal(first.headers.get(name), null, name);
    }
    const head = await ask(product, "/prices", {}, "HEAD");
    assert.equal(head.headers.get("etag")?.replace("W/", ""), etag.replace("W/", ""));
  },
);

edgeTest(
  "a tariff that is published is the one everybody is shown, and what else is kept stays",
  async (product) => {
    product.tell();
    const [tariff = assert.fail()] = DEMO_TARIFFS;
    // What a process that begins has thrown away is gone before anything is looked at.
    await until(async () => {
      await ask(product, "/prices");
      return wasKept((await ask(product, "/prices")).headers);
    });
    await ask(product, "/help");
    const before = (await ask(product, "/prices")).body;
    const rates = { ...tariff.rates, standard: { ...tariff.rates.standard, baseOre: 7_777 } };
    const version = `${tariff.validFrom}.99`;
    await product.test.services.tariffs.save({ ...tariff, rates, version } as never);
    let shown = "";
    await until(async () => (shown = (await ask(product, "/prices")).body) !== before);
    assert.match(shown, /77,77/);
    assert(wasKept((await ask(product, "/help")).headers));
  },
);

edgeTest("only the socket of its own throws anything away", async (product) => {
  await ask(product, "/help");
  const headers = { "surrogate-key": "release" };
  for (const method of ["PURGE", "POST", "BAN", "DELETE"]) {
    await ask(product, "/help", { ...headers, "sec-fetch-site": "same-origin" }, method);
    assert(wasKept((await ask(product, "/help")).headers), method);
  }
  for (const [method, init] of [["GET", headers], ["POST", {}]] as const) {
    const refused = await fetch(product.varnish.purgeUrl, { method, headers: init });
    await refused.body?.cancel();
    assert(refused.status >= 400, method);
  }
  assert(wasKept((await ask(product, "/help")).headers));
  const gone = await fetch(product.varnish.purgeUrl, { method: "POST", headers });
  assert.equal(gone.status, 200);
  assert.equal(await gone.text(), "1");
  assert(!wasKept((await ask(product, "/help")).headers));
});

edgeTest(
  "while the product is down everybody reads what is kept, and nobody anything of somebody",
  async (product) => {
    const objects = await routeObjects(product.test.services);
    const ticket = await addressOf("/bookings/:link", objects, "own");
    assert.equal((await ask(product, ticket)).status, 200);
    const { body } = await ask(product, "/prices");
    await product.down();
    assert.equal((await ask(product, "/prices")).body, body);
    assert((await ask(product, ticket)).status >= 500);
    assert((await ask(product, "/admin")).status >= 500);
  },
);

edgeTest(
  "no byte of anybody is kept, under any address that leads to it, for whoever asks after them",
  async (product) => {
    const { services } = product.test;
    const objects = await routeObjects(services);
    const caller = { services, test: product.test, origin: product.varnish.origin } as never;
    const callers = await routeCallers(caller);
    const admin = callers.find(({ name }) => name === "admin") ?? assert.fail();
    const other = await enteredAs(caller, "customer", "Noor, other");
    const leaks: string[] = [];
    let asked = 0;
    const lookAt = async (who: MayCall, disguise: Disguise) => {
      const as = (cookie: string) => {
        const headers = { ...disguise.headers, ...cookie === "" ? {} : { cookie } };
        return askRaw(product.varnish.origin, disguise.path, { ...disguise, headers });
      };
      await as(admin.headers["cookie"] ?? "");
      for (const cookie of typeof who === "object" ? [""] : ["", other.headers["cookie"] ?? ""]) {
        asked++;
        const { headers, body, status } = await as(cookie);
        // Whoever has a ticket's address has the ticket.
        const isLeak = who !== "link" && PRIVATE_CANARIES.some((canary) => body.includes(canary));
        const isFile = new URL(disguise.path, product.origin).pathname === "/styles.css";
        if (isLeak || (wasKept(headers) && !isFile)) {
          leaks.push(`${disguise.path}: ${status} ${isLeak ? "leaks" : "kept"}`);
        }
      }
    };
    const waiting: [MayCall, Disguise][] = [];
    let routes = 0;
    for (const pattern of allRoutes()) {
      const { who, kept } = ROUTE_RULES[pattern] ?? assert.fail(pattern);
      if (kept.by === "everybody" || /^\/(sign-out|enter)|events$/.test(pattern)) continue;
      // Shows every message to whoever sits at a developer's machine; a server in production has no such page.
      if (pattern === "/outbox") continue;
      const path = await addressOf(pattern, objects, "own");
      // Of what is no customer's each has some, and all of them together each; tests/http/cache-table_test.ts has them all.
      const isTheirs = who === "link" || who === "person" || who === "driver";
      const route = routes++;
      [{ path }, ...disguisesOf(path)].forEach((one, i) => {
        if (isTheirs || (route + i) % OTHERS_EACH === 0) waiting.push([who, one]);
      });
    }
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        await lookAt(...next);
      }
    }));
    console.info(`${asked} requests after their owners', ${leaks.length} answers kept or leaked`);
    assert.deepEqual(leaks, []);
  },
);

edgeTest("a name that is not ours poisons nothing", async (product) => {
  const { origin } = product.varnish;
  const refused = await askRaw(origin, "/help", { headers: { host: "evil.example" } });
  assert.equal(refused.status, 400);
  await askRaw(origin, "/help", { headers: { "x-forwarded-host": "evil.example" } });
  const { status, body } = await ask(product, "/help");
  assert.equal(status, 200);
  assert.doesNotMatch(body, /evil\.example/);
});

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) if (await isTrue()) return;
  assert.fail("it did not happen");
}
