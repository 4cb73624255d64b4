// Staff sign in by a second real issuer of OpenID Connect, dex: links once, and is known from then on.
import assert from "node:assert/strict";
import { paths } from "../../lib/kernel/paths.ts";
import { PASSWORD, withPassword } from "../support/accounts.ts";
import { comeBack, onwardIn, PRODUCT, SESSION } from "../support/oidc-world.ts";
import { testProduct } from "../support/operator.ts";
import { tokenIn, Visitor } from "../support/visitor.ts";
import { DEX_PROGRAM, KNOWN, startDex, throughDex } from "./support/dex-peer.ts";
import { peerProgram } from "./support/peer-folder.ts";

const DEX = peerProgram(DEX_PROGRAM, "staff who sign in by a real dex");

async function world() {
  const stack = new AsyncDisposableStack();
  const { issuer, clientId, clientSecret } = stack.use(
    await startDex(DEX ?? "", `${PRODUCT}${paths.signInCallback("dex")}`),
  );
  const own = { id: "dex", label: "Dex", issuer, clientId, clientSecret };
  const environment = { AVANTI_OIDC: JSON.stringify([own]) };
  // Its tokens are dated by the machine's clock.
  const now = new Date().toISOString();
  const product = stack.use(await testProduct({ environment, now }));
  const karin = await withPassword(product.services, "Karin", "dispatcher");
  return { product, karin, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

async function byDex(visitor: Visitor, next: string) {
  const { location } = await visitor.get(paths.signInWith("dex", { next }));
  return await throughDex(location ?? "", PRODUCT);
}

Deno.test({
  name:
    "who is known at dex is linked by the address it vouches for, and signs in by it from then on",
  ignore: DEX === null,
  async fn() {
    await using w = await world();
    assert.equal(w.karin.email, KNOWN.email);
    const visitor = new Visitor(w.product);
    const next = paths.signInLink();
    const first = await comeBack(visitor, await byDex(visitor, paths.security()));
    assert.equal(onwardIn(first.html), next, first.html.slice(-400));
    assert.equal(visitor.has(SESSION), false, "an address lets nobody in");
    await visitor.post(paths.signIn(), { email: KNOWN.email, password: PASSWORD, next });
    const formToken = tokenIn((await visitor.get(paths.security())).html);
    const linked = await visitor.post(next, { formToken });
    assert.equal(linked.location, paths.security({ done: "linked" }));
    const again = new Visitor(w.product);
    const back = await byDex(again, paths.security());
    assert.equal(onwardIn((await comeBack(again, back)).html), paths.security());
    assert(again.has(SESSION));
    const stolen = await comeBack(new Visitor(w.product), back);
    assert.equal(stolen.status, 410, "what came back is good once, and in its own browser");
  },
});
