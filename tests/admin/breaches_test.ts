// A breach from the first suspicion to its end, over the real app and without a script.
import assert from "node:assert/strict";
import {
  actOnBreach,
  loadBreach,
  loadBreaches,
  registerFromForm,
} from "../../lib/board/breach-page.ts";
import { NOTIFICATION_FIELDS } from "../../lib/compliance/breach-notification.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import {
  notificationFile,
  notificationValue,
} from "../../lib/ui/operator/compliance/notification-words.ts";
import { anOperator, testProduct } from "../support/operator.ts";
import { BARE_BREACH } from "../support/breaches.ts";

const { breaches: words } = textsFor("sv");
const AWARE = { title: "En lista", awareDate: "2026-11-23", awareTime: "06:00" };

async function aBench() {
  const controller = { name: "Taxi AB", address: "Gatan 1", contact: "Dan" };
  const product = await testProduct({
    environment: { AVANTI_CONTROLLER: JSON.stringify(controller) },
  });
  const operator = await anOperator(product.services);
  const headers = { cookie: operator.cookie, "sec-fetch-site": "same-origin" };
  const answer = async (response: Response) => ({
    status: response.status,
    location: response.headers.get("location") ?? "",
    html: await response.text(),
  });
  return {
    ...{ product, services: product.services, session: operator.session },
    get: async (path: string) => await answer(await fetch(product.origin + path, { headers })),
    async send(path: string, fields: Record<string, string>) {
      const body = new URLSearchParams({ formToken: operator.formToken, ...fields });
      const init = { method: "POST", headers, body, redirect: "manual" } as const;
      return await answer(await fetch(product.origin + path, init));
    },
    [Symbol.asyncDispose]: () => product[Symbol.asyncDispose](),
  };
}

Deno.test("a breach is registered, decided, notified, told of and closed; the page and the file say all of it", async () => {
  await using bench = await aBench();
  const made = await bench.send(paths.adminBreaches(), AWARE);
  assert.equal(made.status, 303);
  const path = made.location;
  const shown = await bench.get(path);
  assert.match(shown.html, /72 h kvar/);
  const acts: Record<string, string>[] = [
    { act: "authority-tell", reason: "risk" },
    { act: "authority-told", reference: "IMY-2026-7" },
    { act: "people-told", on: "2026-11-23", how: "sms" },
    { act: "close" },
  ];
  for (const [i, act] of acts.entries()) {
    const done = await bench.send(path, { version: String(i + 1), ...act });
    assert.equal(done.status, 303, act.act);
  }
  const { html } = await bench.get(path);
  for (
    const type of [
      "registered",
      "authority-tell",
      "authority-told",
      "people-told",
      "close",
    ] as const
  ) {
    assert.equal(html.includes(words.events[type]), true, type);
  }
  assert.doesNotMatch(html, new RegExp(`name="act"`));
  const file = JSON.parse((await bench.get(`${path}/notification.json`)).html);
  assert.deepEqual(file.fields.map((one: { field: string }) => one.field), [
    ...NOTIFICATION_FIELDS,
  ]);
  assert.equal(file.events.length, 5);
  assert.equal(file.fields[0].value, "Taxi AB");
});

Deno.test("what is refused comes back with what was typed and says why", async () => {
  await using bench = await aBench();
  const refused = await bench.send(paths.adminBreaches(), {
    ...AWARE,
    people: "många",
    course: "Det här",
  });
  assert.equal(refused.status, 422);
  assert.equal(refused.html.includes(words.faults["count-wrong"]), true);
  assert.match(refused.html, /Det här/);
  const { location } = await bench.send(paths.adminBreaches(), AWARE);
  const early = await bench.send(location, { act: "close", version: "1" });
  assert.deepEqual([early.status, early.html.includes(words.faults["authority-open"])], [
    422,
    true,
  ]);
  const late = await bench.send(location, { act: "authority-not", reason: "r", version: "7" });
  assert.deepEqual([late.status, late.html.includes(words.faults["changed-meanwhile"])], [
    422,
    true,
  ]);
  const odd = await bench.send(location, { act: "odd", version: "1" });
  assert.equal(odd.status, 404);
});

Deno.test("hours over the time are said, and the reason for the delay is then asked for", async () => {
  await using bench = await aBench();
  const { services, session } = bench;
  const made = await registerFromForm(services, session, new Map(Object.entries(AWARE)));
  assert("id" in made);
  bench.product.test.clock.advance({ hours: 75 });
  const [row] = (await loadBreaches(services, session)).rows;
  assert.equal(row?.leftMs, -3 * 60 * 60_000);
  const late = await actOnBreach(
    services,
    session,
    made.id,
    new Map([["act", "authority-told"], ["version", "1"]]),
  );
  assert.deepEqual(late, { fault: "late-reason-missing" });
  assert.equal((await loadBreach(services, session, made.id)).isLate, true);
});

Deno.test("a field of the notification is said in the reader's words", async () => {
  const said = (field: typeof NOTIFICATION_FIELDS[number], value: string) =>
    notificationValue("en", { field, value, isMissing: false });
  assert.equal(said("kinds", "confidentiality availability").split(", ").length, 2);
  assert.equal(said("aware", BARE_BREACH.awareAt), "2026-11-23 06:00");
  assert.equal(said("people", "1200"), "1,200");
  assert.equal(said("crossBorder", "no"), "no");
  assert.equal(said("course", ""), "–");
  await using bench = await aBench();
  const { location } = await bench.send(paths.adminBreaches(), AWARE);
  const id = location.split("/").at(-1) ?? "";
  const data = await loadBreach(bench.services, bench.session, id);
  assert.match(notificationFile("en", data), /"isMissing": true/);
});
