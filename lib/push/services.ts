// The services of this room: who follows which booking, and how they are told.
import type { SafePost } from "../http-out/safe-post.ts";
import type { Dependencies } from "../resilience/dependencies.ts";
import type { DependencyState } from "../resilience/dependency.ts";
import { pushSender, type SendPush } from "./push-gateway.ts";
import { PushStore, type PushStoreDeps } from "./push-store.ts";
import { vapidOf } from "./vapid.ts";

/** What this room gives to those above it. */
export interface PushServices {
  pushStore: PushStore;
  sendPush: SendPush;
  pushState: () => DependencyState;
  /** By which browsers know us, base64url. */
  pushPublicKey: string;
}

/** Composes the room's services. */
export function pushServices(
  below: PushStoreDeps & {
    config: { origin: string };
    dependencies: Dependencies;
    safePost: SafePost;
    vapidSecret: Uint8Array;
  },
): PushServices {
  const vapid = vapidOf(below.vapidSecret, below.config.origin);
  // A message that comes twice takes its own place on the screen; the outbox tries again with longer pauses.
  const dependency = below.dependencies.open({ name: "push", label: "Push", mayRetry: false });
  return {
    pushStore: new PushStore(below),
    sendPush: pushSender({ vapid, safePost: below.safePost, dependency }),
    pushState: () => dependency.state(),
    pushPublicKey: vapid.publicKey,
  };
}
