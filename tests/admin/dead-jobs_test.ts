// The operators' page of jobs that were given up: what it shows, and the two forms of each row.
import assert from "node:assert/strict";
import { jobsSv } from "../../lib/i18n/sv/jobs.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { listDeadJobs, MAX_COUNTED_JOBS, MAX_DEAD_JOBS } from "../../lib/kv/dead-jobs.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { aDeadJob } from "../support/dead-jobs.ts";
import { anOperator } from "../support/operator.ts";
import { type TestServices, testServices } from "../support/services.ts";

/** A signed-in browser without script. */
async function operatorOf({ services }: TestServices) {
  const app = await testApp(services);
  const { cookie, formToken } = await anOperator(services);
  const read = async (path: string) => {
    const response = await app(new Request(ORIGIN + path, { headers: { cookie } }));
    return { status: response.status, html: await response.text() };
  };
  const press = (id: string, action: string) =>
    app(
      new Request(ORIGIN + paths.adminJob(id), {
        method: "POST",
        headers: { cookie, "sec-fetch-site": "same-origin" },
        body: new URLSearchParams({ formToken, action }),
      }),
    );
  return { read, press };
}

const DONE = (done: string) => `/admin/jobs?done=${done}`;

Deno.test("a job is shown with what it is, since when, how often it was tried, why it stopped and what it is about", async () => {
  await using test = await testServices();
  const { read } = await operatorOf(test);
  const { id } = await aDeadJob(test.services, { lastError: "<b>locked</b>" });
  await aDeadJob(test.services, { kind: "of-a-later-release", diedAt: null, payload: { n: 1 } });
  const { status, html } = await read(paths.adminJobs());
  assert.equal(status, 200);
  const shown = [
    ...[jobsSv.kinds["expire-booking"], "expire-booking", "i dag 04.00", "8 gånger"],
    ...["&lt;b>locked", "01KAMZ8N00AVANT1TESTQ0TE09", paths.adminJob(id)],
    ...["of-a-later-release", jobsSv.unknownTime],
  ];
  for (const text of shown) assert(html.includes(text), text);
  assert.equal(html.match(/value="retry"/g)?.length, 2);
  assert.equal(html.match(/<details[^>]*>[\s\S]*?value="drop"/g)?.length, 2);
  assert(!html.includes(jobsSv.emptyTitle));
});

Deno.test("without any the page says that all is well, and no page counts any", async () => {
  await using test = await testServices();
  const { read } = await operatorOf(test);
  const { html } = await read(paths.adminJobs());
  assert(html.includes(jobsSv.emptyTitle) && !html.includes("<table"));
  for (const path of [paths.adminJobs(), paths.admin()]) {
    assert.doesNotMatch((await read(path)).html, /rail-count/);
  }
});

Deno.test("the rail counts them on every page of operators, and says when there are more", async () => {
  await using test = await testServices();
  const { read } = await operatorOf(test);
  const countOn = async (path: string) => /rail-count">([^<]*)</.exec((await read(path)).html)?.[1];
  await aDeadJob(test.services);
  assert.equal(await countOn(paths.admin()), "1");
  for (let i = 1; i < MAX_COUNTED_JOBS; i++) await aDeadJob(test.services);
  assert.equal(await countOn(paths.admin()), String(MAX_COUNTED_JOBS));
  await aDeadJob(test.services);
  assert.equal(await countOn(paths.admin()), `${MAX_COUNTED_JOBS}+`);
});

Deno.test("of more jobs than fit the page says that there are others", async () => {
  await using test = await testServices();
  const { read } = await operatorOf(test);
  for (let i = 0; i < MAX_DEAD_JOBS; i++) await aDeadJob(test.services);
  assert(!(await read(paths.adminJobs())).html.includes(jobsSv.more(MAX_DEAD_JOBS)));
  await aDeadJob(test.services);
  assert((await read(paths.adminJobs())).html.includes(jobsSv.more(MAX_DEAD_JOBS)));
});

Deno.test("trying again puts the job back on the table; whoever presses second is told that it is done", async () => {
  await using test = await testServices();
  const { read, press } = await operatorOf(test);
  const { id } = await aDeadJob(test.services);
  const first = await press(id, "retry");
  assert.deepEqual([first.status, first.headers.get("location")], [303, DONE("retried")]);
  assert.deepEqual((await listDeadJobs(test.services)).jobs, []);
  const { prefix } = kvKeys.job;
  const rows = await Array.fromAsync(test.services.db.read.list<{ id: string }>({ prefix }));
  assert.deepEqual(rows.map(({ value }) => value.id), [id]);
  for (const action of ["retry", "drop"]) {
    const second = await press(id, action);
    assert.deepEqual([second.status, second.headers.get("location")], [303, DONE("already")]);
  }
  for (const outcome of ["retried", "already"] as const) {
    assert((await read(DONE(outcome))).html.includes(jobsSv.outcome[outcome]), outcome);
  }
});

Deno.test("removing a job removes that one and is said", async () => {
  await using test = await testServices();
  const { read, press } = await operatorOf(test);
  const { id } = await aDeadJob(test.services);
  const kept = await aDeadJob(test.services);
  const response = await press(id, "drop");
  assert.equal(response.headers.get("location"), DONE("dropped"));
  assert.deepEqual((await listDeadJobs(test.services)).jobs, [kept]);
  assert((await read(DONE("dropped"))).html.includes(jobsSv.outcome.dropped));
});

Deno.test("work that a booking has one of is tried again and removed by its own id, as it is stored", async () => {
  await using test = await testServices();
  const { press } = await operatorOf(test);
  const id = "expire-booking 01KAMZ8N00AVANT1TESTQ0TE09";
  for (const [action, done] of [["retry", "retried"], ["drop", "dropped"]] as const) {
    await aDeadJob(test.services, { id });
    const response = await press(id, action);
    assert.deepEqual([response.status, response.headers.get("location")], [303, DONE(done)]);
  }
});

Deno.test("an address that names no job is the page for unknown ones, and an unknown action does nothing", async () => {
  await using test = await testServices();
  const { read, press } = await operatorOf(test);
  const { id } = await aDeadJob(test.services);
  for (const strange of ["x", "01K", `${id}x`, "__proto__"]) {
    const response = await press(strange, "drop");
    assert.equal(response.status, 404, strange);
    assert.match(await response.text(), /Sidan finns inte/);
  }
  for (const action of ["", "Drop", "toString"]) {
    assert.equal((await press(id, action)).status, 422);
  }
  assert.equal((await listDeadJobs(test.services)).jobs.length, 1);
  const { html } = await read(DONE("<script>"));
  assert(!html.includes('role="status"'));
});
