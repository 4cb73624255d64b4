// Refuses requests under a name that is not the product's.
import type { Middleware } from "fresh";
import type { Config } from "../../assembly/settings.ts";
import { RequestError } from "../../errors/request-error.ts";
import type { State } from "../define.ts";
import { knownHost } from "../known-host.ts";

/**
 * `inner` for requests under our name; others pass it by, on to where they are refused. Says on the
 * request which of both it is.
 */
export function forKnownHosts(config: Config, inner: Middleware<State>): Middleware<State> {
  const isKnown = knownHost(config);
  return (ctx) => {
    ctx.state.isKnownHost = isKnown(ctx.req.url);
    return ctx.state.isKnownHost ? inner(ctx) : ctx.next();
  };
}

/** Throws RequestError("host-unknown"). A proxy in front must pass the name on: `Host: avanti.example`. */
export function requireKnownHost(): Middleware<State> {
  return (ctx) => {
    if (!ctx.state.isKnownHost) throw new RequestError("host-unknown", {});
    return ctx.next();
  };
}
