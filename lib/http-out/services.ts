// The services of this room: the one way to addresses that others have named.
import { lookUpHost } from "./dns-gateway.ts";
import { makeSafePost, type SafePost } from "./safe-post.ts";

/** What this room gives to those above it. */
export interface HttpOutServices {
  safePost: SafePost;
}

/** Composes the room's services. */
export function httpOutServices(
  { config: { openHosts } }: { config: { openHosts: readonly string[] } },
): HttpOutServices {
  return { safePost: makeSafePost({ lookUp: lookUpHost, openHosts }) };
}
