// Rows of the fault matrix: those that messages and webhooks go to.
import { makeSafePost, type SafePost } from "../../../lib/http-out/safe-post.ts";
import { systemClock } from "../../../lib/kernel/clock.ts";
import { pushSender } from "../../../lib/push/push-gateway.ts";
import { vapidOf } from "../../../lib/push/vapid.ts";
import { elksSender } from "../../../lib/sms/elks-gateway.ts";
import { SubscriberGateway } from "../../../lib/webhooks/subscriber-gateway.ts";
import { aBrowser } from "../push.ts";
import { anSms } from "../sms.ts";
import { ORIGIN, type Row, standIn, web } from "./fault-row.ts";

/** The rows. */
export const RECEIVERS: Readonly<
  Record<"sms" | "subscriber" | "push", Readonly<Record<string, Row>>>
> = {
  sms: {
    "A text message service": {
      mayRetry: false,
      ...web(() => Response.json({ status: "created", id: "s70df59406a1b4643b96f3f91e0bfb7b0" })),
      product: ({ origin, dependencies }) => {
        const account = { url: `${origin}/a1/sms`, user: "avanti", password: "secret" };
        const dependency = dependencies.open({ name: "sms", label: "SMS", mayRetry: false });
        const send = elksSender({ account, from: "Avanti", dependency });
        return async (number) => {
          const sent = send(anSms({ text: `Prov ${number}` }), null).catch(standIn);
          return (await sent)?.isTaken === true;
        };
      },
    },
  },
  subscriber: {
    "A receiver of webhooks": {
      mayRetry: false,
      ...web(() => new Response("ok")),
      product: ({ origin, dependencies }) => {
        const openHosts = [new URL(origin).host];
        const safePost = makeSafePost({ openHosts, lookUp: () => Promise.resolve([]) });
        const subscribers = new SubscriberGateway({ safePost, dependencies, clock: systemClock });
        const post = { endpointId: "shop", url: `${origin}/hooks/7`, body: "{}", secrets: [] };
        return async (number) => {
          const outcome = await subscribers.post({ ...post, eventId: `evt-${number}` });
          return outcome.kind === "delivered";
        };
      },
    },
  },
  push: {
    "A push service": {
      mayRetry: false,
      ...web(() => new Response(null, { status: 201 })),
      product: ({ origin, dependencies }) => {
        const openHosts = [new URL(origin).host];
        const post = makeSafePost({ openHosts, lookUp: () => Promise.resolve([]) });
        // Browsers have encrypted addresses alone; what is broken here is not.
        const safePost: SafePost = (question, asked) =>
          post({ ...question, url: `${origin}/send` }, asked);
        const dependency = dependencies.open({ name: "push", label: "Push", mayRetry: false });
        const vapid = vapidOf(new Uint8Array(32), ORIGIN);
        const send = pushSender({ vapid, safePost, dependency });
        const { subscription } = aBrowser("https://push.shop.se/send");
        return async (number) => {
          const content = { title: "Prov", body: String(number), url: ORIGIN, tag: "prov" };
          const handling = { ttlSeconds: 60, isUrgent: true };
          return await send(subscription, content, handling) === "sent";
        };
      },
    },
  },
};
