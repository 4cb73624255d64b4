// Those outside are told that somebody's data were put right, restricted, and are restricted no longer: each once, in the order
// of what happened, also where a receiver was removed. Planted once and seen red: a receiver that was removed and is forgotten,
// what the staff lift told at once, news withdrawn because the data are restricted.
import assert from "node:assert/strict";
import { readReport } from "../../lib/compliance/read-report.ts";
import { ownDataOf } from "../../lib/assembly/own-data.ts";
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { paths } from "../../lib/kernel/paths.ts";
import type { RequestCommand } from "../../lib/privacy/data-request.ts";
import { subjectOf } from "../../lib/privacy/download-own-data.ts";
import { liftOwnRestriction } from "../../lib/privacy/lift-restriction.ts";
import { isToBeTold } from "../../lib/privacy/recipient-rules.ts";
import { tellingAfter } from "../../lib/privacy/recipient-telling.ts";
import { visitorOfGuest } from "../../lib/privacy/visitor.ts";
import { tellOfLimits } from "../../lib/retention/tell-of-limits.ts";
import { removeEndpoint } from "../../lib/webhooks/change-endpoint.ts";
import { operatorOf } from "../support/operator-forms.ts";
import { subscriberBench } from "../support/subscribers.ts";
import { aStoredBooking, MAJA } from "../support/trips.ts";

const EVA = { kind: "staff", id: "eva", name: "Eva" } as const;
const REACH = { kind: "phone", at: MAJA.phone } as const;
type Bench = Awaited<ReturnType<typeof ridden>>;

Deno.test("a restriction is told when it begins and when its person lifts it, and a subscriber hears of both in order", async () => {
  await using bench = await ridden();
  const { services, receiver, ride } = bench;
  const request = await asked(bench, "restriction");
  await told(bench);
  assert.deepEqual(events(bench), ["customer.restricted"]);
  const provenAt = services.clock.now().toString();
  await liftOwnRestriction(services, await visitorOfGuest(services, { reach: REACH, provenAt }));
  await told(bench);
  assert.deepEqual(events(bench), ["customer.restricted", "customer.unrestricted"]);
  const payload = JSON.parse(receiver.received.at(-1)?.body ?? "");
  assert.equal(payload.id, `evt-${ride.id}-unrestricted-${request.id}`);
  assert.deepEqual(payload.data, { booking: ride.id, reference: ride.reference });
  await told(bench);
  assert.equal(events(bench).length, 2, "nobody is told twice");
  assert.deepEqual(await services.tellings.due(services.clock.now()), []);
  const rows = await services.retentionStore.notices(request.id);
  assert.deepEqual(rows.map(({ about, state }) => `${about} ${state}`).sort(), [
    ...["restricted told", "unrestricted told"],
  ]);
});

Deno.test("what the staff lift is told on the day it ends, and a rectification once it is done", async () => {
  await using bench = await ridden();
  const { clock } = bench;
  const request = await asked(bench, "restriction");
  await done(bench, request.id, [{ type: "begin" }, { type: "complete" }]);
  await done(bench, request.id, [{ type: "lift", reason: "tvisten är löst" }]);
  // One of a line at a time.
  for (let tells = 0; tells < 3; tells++) await told(bench);
  assert.deepEqual(events(bench), ["customer.restricted"]);
  clock.advance({ hours: 7 * 24 });
  await told(bench);
  assert.deepEqual(events(bench).slice(1), ["customer.unrestricted"]);
  const other = await asked(bench, "rectification");
  await told(bench);
  assert.equal(events(bench).length, 2, "not before it is put right");
  await done(bench, other.id, [{ type: "begin" }, { type: "complete" }]);
  await told(bench);
  assert.deepEqual(events(bench).slice(2), ["customer.rectified"]);
});

Deno.test("a receiver that was removed is told by hand, and the report counts who is told, open and overdue", async () => {
  await using bench = await ridden();
  const { services, clock, endpointId, receiver } = bench;
  await removeEndpoint(services, endpointId);
  const request = await asked(bench, "restriction");
  await told(bench);
  assert.deepEqual(receiver.received, []);
  const [notice = assert.fail()] = await services.retentionStore.notices(request.id);
  assert.deepEqual([notice.recipient, notice.about, notice.state], [
    ...["subscriber", "restricted", "failed"],
  ]);
  const figures = async () =>
    (await readReport(services, clock.now().toString().slice(0, 7))).sections.recipients;
  assert.deepEqual(await figures(), { told: 0, open: 1, overdue: 0 });
  clock.advance({ hours: 40 * 24 });
  assert.deepEqual(await figures(), { told: 0, open: 1, overdue: 1 });
  const eva = await operatorOf(bench.test, "Eva", "admin");
  const { html } = await eva.read(paths.adminDataRequest(request.id));
  assert(html.includes(new URL(receiver.origin).host), "the page names it still");
  const fields = { act: "told-by-hand", notice: notice.id, text: "Ringde deras support" };
  const { status } = await eva.send(paths.adminDataRequest(request.id), fields);
  assert.equal(status, 303);
  await told(bench);
  assert.deepEqual(await figures(), { told: 1, open: 0, overdue: 0 });
  const rows = await Array.fromAsync(services.db.read.list({ prefix: ["recipientNotice"] }));
  assert.equal(rows.length, 1, "as the register has it");
  assert.deepEqual(await services.tellings.due(clock.now()), []);
});

Deno.test("the file of somebody's own data names the hosts that were handed something, and what those were told since", async () => {
  await using bench = await ridden();
  const { services, receiver, endpointId } = bench;
  const { host } = new URL(receiver.origin);
  const handedOut = async () => {
    const provenAt = services.clock.now().toString();
    const visitor = await visitorOfGuest(services, { reach: REACH, provenAt });
    const subject = await subjectOf(services, visitor);
    const data = ownDataOf(services).find(({ family }) => family === "recipientNotice");
    const rows = await Array.fromAsync(data?.rows(subject) ?? []);
    return rows.map(({ recipient, host, what, state, references }) =>
      `${recipient} ${host} ${what} ${state} ${references}`
    );
  };
  assert.deepEqual(await handedOut(), [`subscriber ${host} handed  1`]);
  await asked(bench, "restriction");
  await told(bench);
  await removeEndpoint(services, endpointId);
  assert.deepEqual(await handedOut(), [
    ...[`subscriber ${host} handed  1`, `subscriber ${host} restricted told 1`],
  ]);
});

Deno.test("nobody outside is told of what nobody has shown to be theirs, nor who has nothing of it to change", () => {
  const by = { kind: "subject" } as const;
  const at = "2026-11-24T08:00:00Z";
  const identity = { by: "guest-code", at } as const;
  const received = { type: "received", at, by } as const;
  assert.equal(tellingAfter({ type: "restriction", identity: null }, received), null);
  assert.equal(tellingAfter({ type: "access", identity }, received), null);
  assert.equal(tellingAfter({ type: "restriction", identity }, received)?.about, "restricted");
  assert.deepEqual(
    tellingAfter({ type: "restriction", identity }, { type: "refuse", at, by: EVA }),
    { about: "unrestricted", from: "2026-12-01T08:00:00Z" },
  );
  assert.deepEqual([isToBeTold("mail", "erased"), isToBeTold("mail", "restricted")], [true, false]);
  assert.equal(isToBeTold("subscriber", "rectified"), true);
});

/** A subscriber, and a ride that is over, of which it was told. */
async function ridden() {
  const bench = await subscriberBench();
  const { services, clock, receiver } = bench;
  const { endpoint } = await bench.subscribe("/hook");
  const { booking: ride } = await aStoredBooking(services, { wallTime: "2026-11-24T09:00" });
  clock.set("2026-11-25T08:00:00Z");
  await runRoomJobs(services);
  for (let tells = 0; tells < 3; tells++) await bench.tell();
  receiver.received.length = 0;
  return { ...bench, ride, endpointId: endpoint.id };
}

async function asked({ services }: Pick<Bench, "services">, type: "restriction" | "rectification") {
  const subject = { kind: "guest", reach: REACH } as const;
  const wish = { type, subject, locale: "sv", identity: "guest-code" } as const;
  return (await services.createRequest(wish)).request;
}

async function done(
  { services }: Pick<Bench, "services">,
  id: string,
  commands: readonly RequestCommand[],
) {
  for (const command of commands) await services.changeRequest(id, command, EVA);
}

async function told(bench: Pick<Bench, "services" | "tell">): Promise<void> {
  await readRoomFeeds(bench.services);
  await runRoomJobs(bench.services);
  await tellOfLimits(bench.services);
  await bench.tell();
  await tellOfLimits(bench.services);
}

function events({ receiver }: Pick<Bench, "receiver">): string[] {
  return receiver.received.map(({ body }) => JSON.parse(body).type);
}
