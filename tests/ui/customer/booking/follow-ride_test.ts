// What a press on "tell me when the car is on its way" asks of the browser and tells the product: in a browser of the
// test's own.
import assert from "node:assert/strict";
import {
  canFollow,
  follow,
  isFollowing,
  unfollow,
} from "../../../../lib/ui/customer/booking/follow-ride.ts";

const TICKET = { address: "/api/bookings/x/push", ticket: "K4Q7RM", publicKey: "BKey" };
const SUBSCRIPTION = {
  toJSON: () => ({ endpoint: "https://fcm.googleapis.com/x", keys: { p256dh: "p", auth: "a" } }),
};

/** A browser that answers a question for permission with `answer`. */
function aBrowser(answer: "granted" | "denied", status = 204) {
  const asked: unknown[] = [];
  const posted: Record<string, unknown>[] = [];
  let subscribed: typeof SUBSCRIPTION | null = null;
  const pushManager = {
    getSubscription: () => Promise.resolve(subscribed),
    subscribe(options: unknown) {
      asked.push(options);
      subscribed = SUBSCRIPTION;
      return Promise.resolve(SUBSCRIPTION);
    },
  };
  const notification = {
    permission: "default",
    requestPermission() {
      asked.push("permission");
      notification.permission = answer;
      return Promise.resolve(answer);
    },
  };
  const serviceWorker = {
    register: () => Promise.resolve(),
    ready: Promise.resolve({ pushManager }),
  };
  const put = (name: string, value: unknown) => {
    const former = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    return () =>
      former === undefined
        ? void Reflect.deleteProperty(globalThis, name)
        : void Object.defineProperty(globalThis, name, former);
  };
  const stored = new Map<string, string>();
  const undo = [
    put("navigator", { serviceWorker }),
    put("PushManager", class {}),
    put("Notification", notification),
    put("localStorage", {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
    }),
    put("fetch", (_: string, { body }: { body: string }) => {
      posted.push(JSON.parse(body));
      return Promise.resolve(new Response(null, { status }));
    }),
  ];
  return {
    ...{ asked, posted, notification },
    [Symbol.dispose]: () => undo.forEach((one) => one()),
  };
}

Deno.test("a press asks the person, then the browser, and tells the product; another press takes it back", async () => {
  using browser = aBrowser("granted");
  assert.deepEqual([canFollow(), isFollowing(TICKET.ticket), browser.asked], [true, false, []]);
  await follow(TICKET);
  assert.deepEqual(browser.asked, [
    "permission",
    { userVisibleOnly: true, applicationServerKey: "BKey" },
  ]);
  const sent = { endpoint: "https://fcm.googleapis.com/x", p256dh: "p", auth: "a" };
  assert.deepEqual(browser.posted, [{ ...sent, isWanted: true }]);
  assert.deepEqual([isFollowing(TICKET.ticket), isFollowing("OTHER1")], [true, false]);
  // A second ticket uses the same subscription.
  await follow({ ...TICKET, ticket: "OTHER1" });
  assert.equal(browser.asked.length, 3);
  await unfollow(TICKET);
  assert.deepEqual(browser.posted.at(-1), { ...sent, isWanted: false });
  assert.deepEqual([isFollowing(TICKET.ticket), isFollowing("OTHER1")], [false, true]);
});

Deno.test("who says no is asked for nothing more, and a product that does not take it is not followed", async () => {
  {
    using browser = aBrowser("denied");
    await assert.rejects(follow(TICKET));
    assert.deepEqual([browser.asked, browser.posted, canFollow()], [["permission"], [], false]);
  }
  using _browser = aBrowser("granted", 503);
  await assert.rejects(follow(TICKET));
  assert.equal(isFollowing(TICKET.ticket), false);
});

Deno.test("a browser that cannot show messages is offered nothing", () => {
  using _browser = aBrowser("granted");
  Reflect.deleteProperty(globalThis, "PushManager");
  assert.deepEqual([canFollow(), isFollowing(TICKET.ticket)], [false, false]);
});
