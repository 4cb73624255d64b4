// No personnummer gets past any form, body or address of the product: every field of every one of them is tried, as the
// product's own pages and the API's cases show them. A new form is tried by itself.
import assert from "node:assert/strict";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { FORM_TOKEN_HEADER } from "../../lib/accounts/form-token-names.ts";
import { invalidFields } from "../../lib/errors/request-error.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { QUERY_INPUTS } from "../../lib/http/address-inputs.ts";
import {
  assertBodyWithoutPersonalNumber,
  assertNoPersonalNumber,
  isPersonalNumberRefusal,
  UNGUARDED,
} from "../../lib/http/personal-number-guard.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { readList } from "../../lib/kv/read.ts";
import { ORIGIN } from "../support/app.ts";
import { type Sample, surfaceOf } from "../support/hostile/surface.ts";
import { makeWorld, type World } from "../support/hostile/world.ts";
import { filesBelow, ROOT } from "../support/module-graph.ts";

const NUMBER = "811218-9876";
const TEXT = `Anna ${NUMBER}`;
/** What is taken all the same, each with why: that none of it is stored is seen in the rows. */
const TAKEN: Readonly<Record<string, string>> = {
  "POST /admin/new": "looked at while it is written: the page says what is wrong in it",
  "POST /admin/bookings/:bookingId/sheets/:kind": "looked at while it is written, as an order is",
  "POST /admin/drivers/:id action": "the word of a button; another word is the usual button",
  "POST /admin/permit-holders/:id action": "the word of a button; another word is the usual button",
  "POST /admin/vehicles/:id action": "the word of a button; another word is the usual button",
  "POST /admin/vehicles/:id inTraffic": "a box that is ticked, or is not",
};

Deno.test("every text of every form and body is refused with a personnummer in it, and nothing of it is stored or logged", async () => {
  await using world = await makeWorld();
  const targets = await surfaceOf(world.app, world);
  const passed: string[] = [];
  let tried = 0;
  for (const { route, samples } of targets) {
    for (const sample of samples) {
      for (const [field, request] of tries(sample, world)) {
        tried++;
        const answer = await world.app(request);
        await answer.body?.cancel();
        const form = `${sample.method} ${route}`;
        if (answer.status >= 400 && answer.status < 500) continue;
        if (answer.status === 200 ? form in TAKEN : `${form} ${field}` in TAKEN) continue;
        passed.push(`${form} ${field}: ${answer.status}`);
      }
    }
  }
  assert.ok(tried > 300, `${tried} fields were found`);
  assert.deepEqual([...new Set(passed)], []);
  const rows = (await Promise.all(
    KEY_FAMILIES.map(({ prefix }) => readList(world.services.db.read, { prefix }, 100_000)),
  )).flat();
  assert.ok(rows.length > 100, `${rows.length} rows`);
  const written = rows.filter(({ key, value }) => Deno.inspect([key, value], ALL).includes(NUMBER));
  assert.deepEqual(written.map(({ key }) => key), []);
  assert.ok(!Deno.inspect(world.test.records, ALL).includes(NUMBER), "the log");
});

const ALL = { depth: 100, iterableLimit: 10_000, strAbbreviateSize: 100_000 };

/** A sample again for each of its texts, with the number in that one. */
function* tries({ method, address, body }: Sample, world: World): Generator<[string, Request]> {
  const { cookie, formToken } = world.operator;
  const headers = { cookie, "sec-fetch-site": "same-origin", "content-type": "" };
  if (body.kind === "form") {
    for (const [name] of body.fields) {
      if (Object.hasOwn(UNGUARDED, name)) continue;
      const sent = new URLSearchParams({ ...Object.fromEntries(body.fields), [name]: TEXT });
      if (sent.has("formToken")) sent.set("formToken", formToken);
      if (method === "GET") yield [name, new Request(`${ORIGIN}${address}?${sent}`, { headers })];
      else {
        headers["content-type"] = "application/x-www-form-urlencoded";
        yield [name, new Request(ORIGIN + address, { method, headers, body: sent })];
      }
    }
  }
  if (body.kind === "json") {
    for (const [path, changed] of changedTexts(body.value)) {
      const json = {
        ...headers,
        "content-type": "application/json",
        [FORM_TOKEN_HEADER]: formToken,
      };
      const text = JSON.stringify(changed);
      yield [path, new Request(ORIGIN + address, { method, headers: json, body: text })];
    }
  }
}

function* changedTexts(value: unknown): Generator<[path: string, changed: unknown]> {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === "string" && !Object.hasOwn(UNGUARDED, name)) {
      yield [name, { ...value, [name]: TEXT }];
    }
    for (const [path, changed] of changedTexts(inner)) {
      yield [`${name}.${path}`, { ...value, [name]: changed }];
    }
  }
}

Deno.test("what is searched for and prefilled by an address passes the guard too, a telephone number through", async () => {
  await using world = await makeWorld();
  const { cookie } = world.operator;
  const ask = async (path: string, query: Record<string, string>) => {
    const url = `${ORIGIN}${path}?${new URLSearchParams(query)}`;
    const answer = await world.app(new Request(url, { headers: { cookie } }));
    return { status: answer.status, html: await answer.text() };
  };
  for (const name of Object.keys(QUERY_INPUTS).filter((one) => !Object.hasOwn(UNGUARDED, one))) {
    assert.equal((await ask("/admin", { [name]: TEXT })).status, 422, name);
  }
  assert.equal((await ask("/admin", { q: "0411121239" })).status, 200);
  for (const locale of LOCALES) {
    const { errors } = textsFor(locale);
    for (const path of ["/", "/admin"]) {
      const { html } = await ask(path, { q: TEXT, lang: locale });
      assert.ok(html.includes(errors.personalNumber.title), `${path} in ${locale}`);
      assert.ok(!html.includes(NUMBER));
    }
  }
});

Deno.test("the refusal names fields and never what stood in them", () => {
  const thrown = (act: () => void) => {
    try {
      act();
    } catch (error) {
      return error;
    }
    return null;
  };
  const form = thrown(() => assertNoPersonalNumber([["note", TEXT], ["name", "Anna"]]));
  const body = thrown(() =>
    assertBodyWithoutPersonalNumber({ stops: [{ words: TEXT, phone: TEXT }] })
  );
  assert.deepEqual(form, invalidFields([{ field: "note", code: "personalNumber" }]));
  assert.deepEqual(body, invalidFields([{ field: "stops.0.words", code: "personalNumber" }]));
  assert.ok(isPersonalNumberRefusal(form) && isPersonalNumberRefusal(body));
  assert.ok(!isPersonalNumberRefusal(invalidFields([{ field: "note", code: "missing" }])));
  assert.equal(thrown(() => assertNoPersonalNumber([["answer-01", TEXT]], ["answer"])), null);
  assert.equal(thrown(() => assertNoPersonalNumber([["anything", TEXT]], "all")), null);
});

Deno.test("a form that answers for fields itself looks at them, and every cell of one that answers for all", async () => {
  const faults: string[] = [];
  for (const path of [...filesBelow("routes"), ...filesBelow("lib")]) {
    const text = await Deno.readTextFile(ROOT + path);
    const found =
      /read(?:Person|Operator)?Form\((?:ctx\.state, |state, )?(?:ctx\.)?req, ([^)]+)\)/g;
    for (const [, answered = ""] of text.matchAll(found)) {
      if (answered === "answered" || answered === "ANSWERED" || answered === "PRIVACY_ANSWERED") {
        continue;
      }
      if (!/^(?:"all"|\[("\w+"(, )?)+\])$/.test(answered)) faults.push(`${path}: ${answered}`);
    }
  }
  assert.deepEqual(faults, [], "what a form answers for is written where it is read");
});
