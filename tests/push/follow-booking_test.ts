// A browser follows a ride from its ticket, over the real app: who is told, for how long, and what is stored of it.
import assert from "node:assert/strict";
import { pushChannel } from "../../lib/messages/push-channel.ts";
import { cancelBooking } from "../../lib/booking/cancel-booking.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { tellFollowers } from "../../lib/push/follow-booking.ts";
import { MAX_SUBSCRIPTIONS, type PushOutcome } from "../../lib/push/subscription.ts";
import { jsonRequest, testApp } from "../support/app.ts";
import { aBrowser } from "../support/push.ts";
import { testServices } from "../support/services.ts";
import { aStoredBooking } from "../support/trips.ts";

const SERVICE = "https://fcm.googleapis.com/fcm/send/";
const PUSH = { title: "a", body: "b", url: "https://avanti.example/", tag: "t" };

async function aBench() {
  const test = await testServices();
  const app = await testApp(test.services);
  const { booking, link } = await aStoredBooking(test.services);
  const follow = async (name: string, more: Record<string, unknown> = {}, at = link) => {
    const { subscription } = aBrowser(SERVICE + name);
    const body = { ...subscription, isWanted: true, ...more };
    const response = await app(jsonRequest(paths.api.followBooking(at), body));
    await response.body?.cancel();
    return response.status;
  };
  const names = async () =>
    (await test.services.pushStore.list(booking.id)).map(({ endpoint }) =>
      endpoint.slice(SERVICE.length)
    );
  return { ...test, booking, link, follow, names };
}

Deno.test("a browser follows a ride once, five of them at most, and one that wants to hear no more is forgotten", async () => {
  await using bench = await aBench();
  assert.equal(await bench.follow("a"), 204);
  assert.equal(await bench.follow("a"), 204);
  assert.deepEqual(await bench.names(), ["a"]);
  for (const name of ["b", "c", "d", "e", "f"]) await bench.follow(name);
  assert.deepEqual(await bench.names(), ["b", "c", "d", "e", "f"].slice(-MAX_SUBSCRIPTIONS));
  await bench.follow("c", { isWanted: false });
  assert.deepEqual(await bench.names(), ["b", "d", "e", "f"]);
});

Deno.test("an address of nobody's browser, keys that are none and another's link are refused, and nothing is stored", async () => {
  await using bench = await aBench();
  const inside = ["https://169.254.169.254/", "https://shop.se/x", "http://fcm.googleapis.com/x"];
  for (const endpoint of inside) assert.equal(await bench.follow("a", { endpoint }), 422, endpoint);
  for (const wrong of [{ p256dh: "x" }, { auth: "x" }, { isWanted: "yes" }]) {
    assert.equal(await bench.follow("a", wrong), 422);
  }
  assert.equal(await bench.follow("a", {}, `${bench.link.slice(0, -1)}!`), 404);
  assert.equal(await bench.services.pushStore.isFollowed(bench.booking.id), false);
});

Deno.test("of a ride that is over nothing is told, and two days after its pickup nobody follows it", async () => {
  await using bench = await aBench();
  await bench.follow("a");
  const { booking, link, services, clock } = bench;
  clock.advance({
    milliseconds: Date.parse(booking.trip.pickup.instant) - clock.now().epochMilliseconds,
  });
  assert.equal(await services.pushStore.isFollowed(booking.id), true);
  clock.advance({ hours: 48 });
  assert.equal(await services.pushStore.isFollowed(booking.id), false);
  assert.deepEqual(await bench.names(), []);
  const over = await aStoredBooking(services, { wallTime: "2026-12-01T10:00" });
  await cancelBooking(services, { link: over.link, reason: "", expectedFeeOre: 0 });
  assert.equal(await bench.follow("b", {}, over.link), 204);
  assert.equal(await services.pushStore.isFollowed(over.booking.id), false);
  assert.notEqual(link, over.link);
});

Deno.test("what is stored names no browser", async () => {
  await using bench = await aBench();
  await bench.follow("secret-browser");
  const rows = await Array.fromAsync(
    bench.services.db.read.list({ prefix: ["pushSubscriptions"] }),
  );
  assert.equal(rows.length, 1);
  assert(!JSON.stringify(rows).includes("secret-browser"));
});

Deno.test("who is gone is forgotten, and one who has it is enough", async () => {
  await using bench = await aBench();
  for (const name of ["a", "b", "c"]) await bench.follow(name);
  const outcomes: PushOutcome[] = ["gone", "later", "sent"];
  const asked: string[] = [];
  const sendPush = ({ endpoint }: { endpoint: string }) => {
    asked.push(endpoint.slice(SERVICE.length));
    return Promise.resolve(outcomes[asked.length - 1] ?? "gone");
  };
  const { pushStore, clock } = bench.services;
  const deps = { pushStore, clock, sendPush };
  const handling = { ttlSeconds: 60, isUrgent: true };
  assert.equal(await tellFollowers(deps, bench.booking.id, PUSH, handling), "sent");
  assert.deepEqual([asked, await bench.names()], [["a", "b", "c"], ["b", "c"]]);
  assert.equal(await tellFollowers(deps, bench.booking.id, PUSH, handling), "gone");
  assert.deepEqual(await bench.names(), []);
});

Deno.test("the outbox reaches those who follow, as long as they do, and knows what to try again", async () => {
  await using bench = await aBench();
  const { pushStore, clock } = bench.services;
  let outcome: PushOutcome = "sent";
  const ttls: number[] = [];
  const channel = pushChannel({
    ...{ pushStore, clock },
    sendPush: (_, __, { ttlSeconds }) => (ttls.push(ttlSeconds), Promise.resolve(outcome)),
  });
  assert.equal(await channel.reachOf?.(bench.booking.id), null);
  await bench.follow("a");
  const to = await channel.reachOf?.(bench.booking.id) ?? assert.fail();
  const at = { id: "m", at: "2026-11-23T05:00:00Z", deadline: "2026-11-23T05:10:00Z" };
  const message = { ...at, isUrgent: true, channel: "push", to, push: PUSH } as const;
  assert.deepEqual(await channel.send(message), { kind: "sent", reference: "" });
  assert.deepEqual(ttls, [600]);
  outcome = "later";
  assert.equal((await channel.send(message)).kind, "retry-later");
  outcome = "gone";
  assert.equal((await channel.send(message)).kind, "refused");
  assert.equal(await channel.reachOf?.(bench.booking.id), null);
});
