// The queue of data requests with far more than a page of them: what is counted, what is read, and whom the audit log names.
// Planted once and seen red: a page that reads every open request.
import assert from "node:assert/strict";
import { loadDataRequests } from "../../lib/board/data-requests-page.ts";
import { ANY_REQUEST } from "../../lib/board/request-filters.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { REQUEST_PAGE } from "../../lib/privacy/data-request-store.ts";
import { privacyKeys } from "../../lib/privacy/keys.ts";
import { countedKv, resetCount } from "../support/counted-kv.ts";
import { queuedRequests } from "../support/queued-requests.ts";
import { anOperator } from "../support/operator.ts";
import { testServices } from "../support/services.ts";

const OPEN = 400;

Deno.test("a page of the queue reads the requests it shows and no other, and counts all of them", async () => {
  const { wrap, count } = countedKv();
  await using test = await testServices({ wrap });
  const { services } = test;
  await queuedRequests(services, OPEN);
  const { session } = await anOperator(services, "Kim");
  resetCount(count);
  const page = await loadDataRequests(services, session, { show: "open", before: null });
  assert.equal(page.rows.length, REQUEST_PAGE);
  assert.equal(count.fetched.get("dataRequest") ?? 0, REQUEST_PAGE);
  assert.equal(Object.fromEntries(page.counts).pending, OPEN);
  const filters = { ...ANY_REQUEST, type: "erasure" } as const;
  const some = await loadDataRequests(services, session, { show: "open", before: null, filters });
  assert.equal(Object.fromEntries(some.counts).pending, OPEN / 2);
  assert(some.rows.every(({ request }) => request.type === "erasure"));
});

Deno.test("only mine are those that who looks did something to last, and they leave with the next who does", async () => {
  await using test = await testServices();
  const { services } = test;
  await queuedRequests(services, 3);
  const { session: kim } = await anOperator(services, "Kim");
  const { session: eva } = await anOperator(services, "Eva");
  const mine = async (who: typeof kim) => {
    const filters = { ...ANY_REQUEST, isMine: true };
    const page = await loadDataRequests(services, who, { show: "open", before: null, filters });
    return page.rows.map(({ request }) => request.id);
  };
  const [first = assert.fail(), second = assert.fail()] = await services.requests.queue();
  assert.deepEqual(await mine(kim), []);
  const by = ({ personId: id, operatorName: name }: typeof kim) =>
    ({ kind: "staff", id, name }) as const;
  await services.changeRequest(first.id, { type: "begin" }, by(kim));
  await services.changeRequest(second.id, { type: "begin" }, by(kim));
  assert.deepEqual(await mine(kim), [first.id, second.id]);
  await services.changeRequest(second.id, { type: "note", text: "tar över" }, by(eva));
  assert.deepEqual([await mine(kim), await mine(eva)], [[first.id], [second.id]]);
});

Deno.test("requests an earlier release put into the queue are counted and shown like the others", async () => {
  await using test = await testServices();
  const { services } = test;
  await queuedRequests(services, 4);
  const before = await services.requests.queue();
  await commitWithRetry<null>(services.db, (tx) => {
    for (const { dueOn, id } of before) tx.set(privacyKeys.dataRequestByDue(dueOn, id), id);
    return Promise.resolve(null);
  });
  assert.deepEqual(await services.requests.queue(), before);
  assert.equal((await services.requests.open()).length, 4);
});
