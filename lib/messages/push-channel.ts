// Shows messages on the screens of those who follow a booking.
import type { Clock } from "../kernel/clock.ts";
import { tellFollowers } from "../push/follow-booking.ts";
import type { PushServices } from "../push/services.ts";
import type { Delivery, MessageChannel } from "./channel.ts";

/** The channel: a booking's followers are reached under its id. */
export function pushChannel(
  services: Pick<PushServices, "pushStore" | "sendPush"> & { clock: Clock },
): MessageChannel {
  const { pushStore, clock } = services;
  return {
    name: "push",
    host: "push",
    isLocal: false,
    reachOf: async (bookingId) => await pushStore.isFollowed(bookingId) ? bookingId : null,
    async send(message): Promise<Delivery> {
      if (message.channel !== "push") return { kind: "refused", said: "not a push message" };
      const { to, push, deadline, isUrgent } = message;
      const ttlSeconds = (Date.parse(deadline) - clock.now().epochMilliseconds) / 1_000;
      switch (await tellFollowers(services, to, push, { ttlSeconds, isUrgent })) {
        case "sent":
          return { kind: "sent", reference: "" };
        case "later":
          return { kind: "retry-later", said: "Push service did not take it", afterMs: null };
        case "refused":
          return { kind: "refused", said: "Push service refused it" };
        case "gone":
          return { kind: "refused", said: "Nobody follows the booking any more" };
      }
    },
  };
}
