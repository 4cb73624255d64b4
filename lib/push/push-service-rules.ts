// Which push services are asked: those of the browsers there are. A subscription comes from whoever has a ticket's link,
// and must not make us call another address. Pure.
import { checkTarget } from "../http-out/target-rules.ts";

/** Hosts, and endings of hosts, of Chrome and its kin, Firefox, Safari and Edge. */
const SERVICES =
  /^(fcm\.googleapis\.com|([a-z0-9-]+\.)*push\.services\.mozilla\.com|([a-z0-9-]+\.)*push\.apple\.com|[a-z0-9-]+\.notify\.windows\.com)$/;

/** True for an endpoint of one of them; `openHosts` are a developer's own. */
export function isPushService(endpoint: string, openHosts: readonly string[]): boolean {
  const target = checkTarget(endpoint, openHosts);
  if (!target.ok) return false;
  return openHosts.includes(target.url.host) ||
    (target.url.port === "" && SERVICES.test(target.url.hostname));
}
