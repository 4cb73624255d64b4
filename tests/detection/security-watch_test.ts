// From what happens to what is kept, shown and alarmed of, through the product itself.
import assert from "node:assert/strict";
import { loadSecurity } from "../../lib/board/security-page.ts";
import { STUFFING_ACCOUNTS } from "../../lib/detection/guessing.ts";
import { READ_AT_LEAST } from "../../lib/detection/staff-habits.ts";
import { SecurityWatch } from "../../lib/detection/security-watch.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { detectionWork } from "../../lib/detection/work.ts";
import { anOperator, testProduct } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";

const DAY_MS = 24 * 60 * 60_000;

function nowMs({ services }: Pick<TestServices, "services">): number {
  return services.clock.now().epochMilliseconds;
}

function stuff(test: TestServices, count: number): void {
  for (let i = 0; i < count; i++) {
    const own = { atMs: nowMs(test) + i, network: "N", account: `A${i}` };
    test.services.securityEvents.note({ kind: "sign-in-try", ...own });
  }
}

Deno.test("what is found is kept once, counted, and alarmed of where somebody must look now", async () => {
  await using test = await testServices();
  const { services } = test;
  stuff(test, STUFFING_ACCOUNTS - 1);
  await services.securityWatch.flush();
  assert.deepEqual(await services.detection.findings(), []);
  stuff(test, STUFFING_ACCOUNTS + 5);
  await services.securityWatch.flush();
  await services.securityWatch.flush();
  const findings = await services.detection.findings();
  assert.deepEqual(
    findings.map(({ detector, identity, count }) => [detector, identity.mark, count]),
    [
      ["credential-stuffing", "N", STUFFING_ACCOUNTS],
    ],
  );
  const [incident] = await services.incidentStore.list();
  assert.deepEqual([incident?.code, incident?.severity], ["credential-stuffing", "critical"]);
  const sums = await services.detection.sums("2026-11-23");
  assert.equal(sums.get("2026-11-23")?.get("sign-in-try"), 2 * STUFFING_ACCOUNTS + 4);
  assert.equal(services.securityWatch.dropped, 0);
  assert.equal(detectionWork(services).rounds?.length, 1);
});

Deno.test("what one is only to look at wakes nobody", async () => {
  await using test = await testServices();
  const { services } = test;
  for (let i = 0; i < 5; i++) {
    services.securityEvents.note({
      kind: "report-unknown",
      atMs: nowMs(test),
      network: "N",
      target: `${i}`,
    });
  }
  await services.securityWatch.flush();
  assert.deepEqual((await services.detection.findings()).map(({ detector }) => detector), [
    "secret-probing",
  ]);
  assert.deepEqual(await services.incidentStore.list(), []);
});

Deno.test("habits of the staff outlive the process: the next one knows what is usual", async () => {
  await using test = await testServices();
  const { services } = test;
  const read = (person: string, subjects: number, back: number) =>
    services.securityEvents.note({
      ...{
        kind: "staff-read",
        atMs: nowMs(test) + 4 * 60 * 60_000 - back * DAY_MS,
        person,
        subjects,
      },
    });
  for (const back of [4, 3, 2, 1]) for (const person of ["P1", "P2"]) read(person, 20, back);
  await services.securityWatch.flush();
  const next = new SecurityWatch(services);
  await next.flush();
  read("P1", READ_AT_LEAST, 0);
  await next.flush();
  const findings = await services.detection.findings();
  assert.equal(
    findings.some(({ detector, identity }) =>
      detector === "unusual-reading" && identity.mark === "P1"
    ),
    true,
  );
});

Deno.test("wrong passwords over the real app are noticed by account and network, right ones are no guesses", async () => {
  await using product = await testProduct();
  const { services } = product.test;
  const heard: string[] = [];
  services.securityEvents.listen(({ kind, account }) =>
    heard.push(`${kind} ${account === "" ? "" : "of an account"}`.trim())
  );
  const body = new URLSearchParams({
    email: "nobody@avanti.example",
    password: "not the right one",
  });
  const headers = { "sec-fetch-site": "same-origin" };
  const answer = await fetch(product.origin + paths.signIn(), {
    method: "POST",
    headers,
    body,
    redirect: "manual",
  });
  await answer.body?.cancel();
  assert.deepEqual(heard, ["sign-in-try of an account"]);
});

Deno.test("the page says findings with the names of the staff, and the days, in both languages", async () => {
  await using product = await testProduct();
  const { services } = product.test;
  const { cookie, session } = await anOperator(services, "Karin");
  const at = { atMs: Date.parse("2026-11-23T01:00:00Z") };
  services.securityEvents.note({ kind: "staff-export", ...at, person: session.personId });
  await services.securityWatch.flush();
  for (const lang of ["sv", "en"] as const) {
    const words = textsFor(lang).securityWatch;
    const url = `${product.origin}${paths.adminSecurity()}?lang=${lang}`;
    const html = await (await fetch(url, { headers: { cookie } })).text();
    assert.equal(html.includes(words.detector["off-hours-export"]), true);
    assert.match(html, /Karin/);
    assert.equal(html.includes(words.kinds["staff-export"]), true);
  }
  const [identity] = (await loadSecurity(services, session)).identities;
  assert.deepEqual([identity?.name, identity?.findings], ["Karin", 1]);
});
