// Connecting the books to Fortnox, as an accountant does it in a browser: there and back, where the vouchers go, and what stands
// in the way.
import assert from "node:assert/strict";
import { FORM_TOKEN_FIELD } from "../../lib/accounts/form-token-names.ts";
import { returned } from "../../lib/board/fortnox-page.ts";
import { HOUSE } from "../../lib/bookkeeping/legal-entity.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import {
  LOCAL_CLIENT,
  type LocalFortnox,
  startLocalFortnox,
} from "../../scripts/local-fortnox/server.ts";
import {
  anOperator,
  type TestOperator,
  type TestProduct,
  testProduct,
} from "../support/operator.ts";

const BOOKS = paths.adminFortnox({ entity: HOUSE });

Deno.test("an accountant connects, says where vouchers go, and sees what waits, in both languages", async () => {
  await using local = startLocalFortnox();
  await using product = await testProduct({ environment: environment(local) });
  const karin = await anOperator(product.services);
  const { fortnox: words } = textsFor("sv").bookkeeping;
  assert((await look(product, karin, BOOKS)).includes(words.connect));
  const { action, fields } = await comeBack(product, local, karin);
  assert.equal((await send(product, karin, action, fields)).status, 303);
  const page = await look(product, karin, BOOKS);
  assert(page.includes(words.notStarted) && !page.includes(words.connect + "<"));
  for (
    const [from, series, fault] of [["2026-02-30", "T", "no-day"], [
      "2026-11-24",
      "?",
      "no-series",
    ]] as const
  ) {
    const refused = await send(product, karin, BOOKS, { act: "start", from, series });
    assert.equal(refused.status, 422);
    assert((await refused.text()).includes(words.faults[fault]));
  }
  const started = await send(product, karin, BOOKS, {
    act: "start",
    from: "2026-11-24",
    series: "t",
  });
  assert.equal(started.status, 303);
  for (const locale of LOCALES) {
    const { fortnox } = textsFor(locale).bookkeeping;
    const told = await look(product, karin, BOOKS, locale);
    assert(told.includes(fortnox.waiting("0")), locale);
  }
});

Deno.test("what comes back from Fortnox counts for the session that asked, once, and says when the answer was no", async () => {
  await using local = startLocalFortnox();
  await using product = await testProduct({ environment: environment(local) });
  const [karin, sara] = [
    await anOperator(product.services),
    await anOperator(product.services, "Sara"),
  ];
  const { action, fields } = await comeBack(product, local, karin);
  const stolen = await send(product, sara, action, fields, false);
  assert.equal(stolen.status, 403);
  assert.equal((await send(product, karin, action, fields)).status, 303);
  assert.equal((await send(product, karin, action, fields)).status, 422, "a code is used once");
  const refused = await fetch(`${product.origin}${paths.fortnoxReturn()}?error=access_denied`);
  assert((await refused.text()).includes(textsFor("sv").bookkeeping.fortnox.notLetIn));
});

Deno.test("what comes back without the words that were sent there is of no session and of no books", () => {
  assert.deepEqual(returned("a.b house"), { formToken: "a.b", entity: "house" });
  for (const odd of ["", " "]) assert.deepEqual(returned(odd), { formToken: "", entity: "" });
});

Deno.test("without keys nothing is offered, and books of nobody are not found", async () => {
  await using product = await testProduct();
  const karin = await anOperator(product.services);
  const { fortnox: words } = textsFor("sv").bookkeeping;
  const page = await look(product, karin, BOOKS);
  assert(page.includes(words.notOffered) && !page.includes(words.connect + "<"));
  const addresses = [
    paths.adminFortnoxConnect({ entity: HOUSE }),
    paths.adminFortnox({ entity: "H99" }),
    paths.adminFortnoxConnect({ entity: "H99" }),
  ];
  for (const address of addresses) {
    const answer = await fetch(product.origin + address, { headers: { cookie: karin.cookie } });
    await answer.body?.cancel();
    assert.equal(answer.status, 404, address);
  }
  assert.equal((await send(product, karin, BOOKS, { act: "retry" })).status, 404);
});

function environment({ url }: LocalFortnox): Record<string, string> {
  return {
    AVANTI_FORTNOX_CLIENT_ID: LOCAL_CLIENT.clientId,
    AVANTI_FORTNOX_CLIENT_SECRET: LOCAL_CLIENT.clientSecret,
    ...{ AVANTI_FORTNOX_URL: url, AVANTI_FORTNOX_SIGN_IN_URL: url },
  };
}

/** To Fortnox, "yes" there, and back: the form that then stands on our page. */
async function comeBack({ origin }: TestProduct, local: LocalFortnox, { cookie }: TestOperator) {
  const there = await fetch(origin + paths.adminFortnoxConnect({ entity: HOUSE }), {
    ...{ headers: { cookie }, redirect: "manual" },
  });
  const location = there.headers.get("location") ?? "";
  assert(location.startsWith(`${local.url}/oauth-v1/auth?`), location);
  const asked = await (await fetch(location)).text();
  const back = new URL((/href="([^"]+)"/.exec(asked)?.[1] ?? "").replaceAll("&amp;", "&"));
  const page = await (await fetch(origin + back.pathname + back.search)).text();
  const fields = Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
      .map(([, name = "", value = ""]) => [name, value]),
  );
  return { action: /method="post" action="([^"]+)"/.exec(page)?.[1] ?? "", fields };
}

async function look(
  { origin }: TestProduct,
  { cookie }: TestOperator,
  path: string,
  locale = "sv",
): Promise<string> {
  const headers = { cookie: `${cookie}; avanti-locale=${locale}` };
  const answer = await fetch(origin + path, { headers });
  assert.equal(answer.status, 200);
  return await answer.text();
}

async function send(
  { origin }: TestProduct,
  { cookie, formToken }: TestOperator,
  path: string,
  fields: Record<string, string>,
  ownToken = !(FORM_TOKEN_FIELD in fields),
): Promise<Response> {
  const body = new URLSearchParams(
    ownToken ? { ...fields, [FORM_TOKEN_FIELD]: formToken } : fields,
  );
  return await fetch(origin + path, {
    ...{ method: "POST", body, headers: { cookie, origin }, redirect: "manual" },
  });
}
