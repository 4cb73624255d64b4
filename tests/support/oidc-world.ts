// A product and a real issuer of OpenID Connect; somebody of the staff who goes there and comes back.
import assert from "node:assert/strict";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { withPassword } from "./accounts.ts";
import { oidcIssuer, throughIssuer } from "./oidc-issuer.ts";
import { testProduct } from "./operator.ts";
import type { Visitor } from "./visitor.ts";

const { ways } = textsFor("sv");
/** Where the product is reached. */
export const PRODUCT = "http://localhost:8000";
/** The cookie of a session. */
export const SESSION = "avanti-session";
/** Somebody at the issuer. */
export const KARIN = { id: "karin-7", email: "karin@avanti.example" };

/** A product and its issuer; Karin of the staff is known by it unless a test says otherwise. */
export async function world({ linked = true, more = {}, others = [] as object[] } = {}) {
  const stack = new AsyncDisposableStack();
  const issuer = stack.use(
    await oidcIssuer("avanti", `${PRODUCT}${paths.signInCallback("entra")}`),
  );
  issuer.told.account = KARIN;
  const own = {
    ...{ id: "entra", label: "Entra", issuer: issuer.issuer, clientId: "avanti" },
    clientSecret: "issuer-secret-of-tests",
    ...more,
  };
  const product = stack.use(
    await testProduct({
      environment: { AVANTI_OIDC: JSON.stringify([own, ...others]) },
    }),
  );
  const karin = await withPassword(product.services, "Karin", "dispatcher");
  if (linked) await link(product.services, issuer.issuer, karin.id);
  return {
    ...{ issuer, product, karin },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** Both. */
export type World = Awaited<ReturnType<typeof world>>;

async function link(services: World["product"]["services"], source: string, personId: string) {
  const mark = await services.identities.mark({ source, subject: KARIN.id });
  const linkedAt = services.clock.now().toString();
  await commitWithRetry(services.db, (tx) => {
    services.identities.add(tx, mark, { personId, source, address: "", linkedAt });
    return Promise.resolve();
  });
}

/** Goes to the issuer; gives the address one comes back to. */
export async function sent(visitor: Visitor, next = ""): Promise<URL> {
  const { location } = await visitor.get(paths.signInWith("entra", next === "" ? {} : { next }));
  return new URL(await throughIssuer(location ?? "", PRODUCT));
}

/** Comes back. */
export async function comeBack(visitor: Visitor, to: URL) {
  return await visitor.get(to.pathname + to.search);
}

/** Where the page somebody comes back to leads on. */
export const onwardIn = (html: string) => /content="0;url=([^"]+)"/.exec(html)?.[1] ?? "";

/** Nobody is signed in, and the page says why. */
export function assertRefused(
  visitor: Visitor,
  { status, html }: { status: number; html: string },
  reason: "untrusted" | "over" | "denied" | "unreachable",
): void {
  const words = { untrusted: 422, over: 410, denied: 403, unreachable: 503 };
  assert.equal(status, words[reason], html.replace(/<[^>]+>/g, " ").slice(-600));
  assert(html.includes(ways.failed[reason]("Entra")));
  assert.equal(visitor.has(SESSION), false);
}
