// Whom a request comes from, as far as limits know.
import { readHeader } from "../forms/header-inputs.ts";
import type { Context } from "fresh";
import { clientNetwork } from "./client-address.ts";
import type { State } from "./define.ts";

/** The sender's network, see `clientNetwork`; "" where there is no connection, as in tests. */
export function senderOf(
  { req, info, state }: Pick<Context<State>, "req" | "info" | "state">,
): string {
  const remoteAddr = info?.remoteAddr;
  if (remoteAddr === undefined) return "";
  const forwardedFor = readHeader(req.headers, "x-forwarded-for");
  return clientNetwork({ remoteAddr, forwardedFor, proxies: state.services.config.proxies });
}
