// A subscriber on this machine, and bookings whose story it is told.
import { Webhook } from "npm:standardwebhooks@1.1.1";
import { actId } from "../../lib/booking/operator-act.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { readRoomFeeds } from "../../lib/assembly/work.ts";
import { performCommand } from "../../lib/board/operator-command.ts";
import { undoAct } from "../../lib/booking/undo-act.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { addEndpoint } from "../../lib/webhooks/change-endpoint.ts";
import { tellSubscribers } from "../../lib/webhooks/tell-subscribers.ts";
import { WEBHOOK_EVENTS, type WebhookEvent } from "../../lib/webhooks/webhook-event.ts";
import { type AlarmReceiver, alarmReceiver, type Received } from "./alarm-receiver.ts";
import { type TestServiceOptions, testServices } from "./services.ts";
import { aStoredBooking } from "./trips.ts";

const SARA = {
  actor: { kind: "operator", id: null, name: "Sara" },
  idempotencyKey: null,
} as const;

/** A receiver, and services that may call it: it stands for one on the internet. */
export async function subscriberBench(options: TestServiceOptions = {}) {
  const receiver: AlarmReceiver = alarmReceiver();
  const test = await testServices({
    ...options,
    environment: { AVANTI_OPEN_HOSTS: new URL(receiver.origin).host, ...options.environment },
  });
  const { services, clock } = test;
  // A reader that never read begins where the feed is.
  await readRoomFeeds(services);
  return {
    ...{ receiver, test, services, clock },
    /** An endpoint at the receiver. */
    async subscribe(path = "/hook", events: readonly WebhookEvent[] = WEBHOOK_EVENTS) {
      const url = receiver.origin + path;
      const made = await addEndpoint(services, { url, events, by: "Amir" });
      if (made === null) throw new Error("There are as many as there may be");
      return made;
    },
    /** Everything that is due now. */
    async tell() {
      await readRoomFeeds(services);
      await tellSubscribers(services);
    },
    /** Bookings in their order, as the receiver was told: event and version. */
    told: () =>
      receiver.received.map(({ body }) => {
        const { type, data } = JSON.parse(body);
        return `${type} ${data?.version ?? ""}`.trim();
      }),
    async [Symbol.asyncDispose]() {
      await test[Symbol.asyncDispose]();
      await receiver[Symbol.asyncDispose]();
    },
  };
}

/** A receiver on the internet that is never called; its id. */
export async function anEndpointOf(services: Services): Promise<string> {
  const url = "https://hooks.shop.se/avanti";
  const made = await addEndpoint(services, { url, events: WEBHOOK_EVENTS, by: "Amir" });
  return made?.endpoint.id ?? "";
}

/** The page of a receiver that is never called. */
export async function anEndpointPage(services: Services): Promise<string> {
  return paths.adminWebhook(await anEndpointOf(services));
}

/** True when a secret signed what arrived; the library's own check goes by the machine's clock, the product by the test's. */
export function isSignedBy(secret: string, { body, headers }: Received): boolean {
  const at = new Date(Number(headers.get("webhook-timestamp")) * 1_000);
  const signature = new Webhook(secret).sign(headers.get("webhook-id") ?? "", at, body);
  return (headers.get("webhook-signature") ?? "").split(" ").includes(signature);
}

/** A booking, and what an operator does to it: assigned, and taken back. */
export async function anAssignableBooking(services: Services) {
  const { booking, link } = await aStoredBooking(services);
  const drivers = await services.fleet.drivers();
  const { vehicleId } = booking.reservation;
  const driverId = drivers.find((one) => one.vehicleId === vehicleId)?.id ?? "";
  return {
    ...{ booking, link },
    assign: (expectedVersion = 1) =>
      performCommand(services, booking.id, { type: "assign", expectedVersion, driverId }, SARA),
    undo: (act: string) => undoAct(services, { id: actId(act), actor: SARA.actor }),
  };
}
