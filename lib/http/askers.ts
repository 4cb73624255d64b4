// Whom a request is counted for: the person where one is known, else the network it comes from and those around it.
import { sessionSecret } from "../accounts/session-cookie.ts";
import { secureCookies } from "../assembly/settings.ts";
import type { Context } from "fresh";
import { tokenHash } from "../kernel/ids.ts";
import type { Asker } from "../resilience/call-limits.ts";
import type { Counted } from "../security/refusal.ts";
import type { State } from "./define.ts";
import { senderOf } from "./sender-of.ts";

/** What people's names begin with among those who ask; no network's does. */
const PERSON = "person ";

/**
 * Wider networks of IPv6, and how many times the pace of one household all of it has: a customer of a hoster may have a
 * /56 or a /48 to choose addresses from, and a whole office too.
 */
const WIDER = [{ bits: 56, times: 4 }, { bits: 48, times: 16 }] as const;

/** Whom a request is counted for; nobody when it came over no network, as in tests. */
export function askersOf(ctx: Pick<Context<State>, "req" | "info" | "state">): Asker[] {
  const { services } = ctx.state;
  const secret = sessionSecret(ctx.req.headers, secureCookies(services.config));
  const person = secret === null ? null : services.callLimits.personOf(tokenHash(secret));
  if (person !== null) return [{ who: PERSON + person, times: 1 }];
  const network = senderOf(ctx);
  return network === "" ? [] : networksAround(network);
}

/** Whom one of them stands for. */
export function countedOf({ who }: Asker): Counted {
  return who.startsWith(PERSON)
    ? { kind: "person", at: who.slice(PERSON.length) }
    : { kind: "network", at: who };
}

/** A network as `clientNetwork` gives it, and the wider ones it lies in. */
export function networksAround(network: string): Asker[] {
  const own = { who: network, times: 1 };
  const [, groups] = /^([0-9a-f:]+)::\/64$/.exec(network) ?? [];
  if (groups === undefined) return [own];
  const wider = WIDER.map(({ bits, times }) => ({ who: widened(groups.split(":"), bits), times }));
  return [own, ...wider];
}

/** The first `bits` of four groups, written so that it is no other network's name. */
function widened(groups: readonly string[], bits: number): string {
  const kept = groups.slice(0, Math.ceil(bits / 16)).map((group) => parseInt(group, 16) || 0);
  const over = bits % 16;
  const last = kept.length - 1;
  if (over > 0) kept[last] = (kept[last] ?? 0) >> (16 - over) << (16 - over);
  return `${kept.map((group) => group.toString(16)).join(":")}::/${bits}`;
}
