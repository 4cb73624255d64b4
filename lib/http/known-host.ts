// Under which names the product answers: whoever sends another one may mean a cache or a browser to keep
// our answer under a name that is not ours.
import type { Config } from "../assembly/settings.ts";
import { paths } from "../kernel/paths.ts";

/** The machine itself, at any port: how developers and tests reach it. */
const OWN_MACHINE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** Whoever looks after the process asks it by its number, not by its name; the answers say nothing else. */
const HEALTH = new RegExp(`^(?:${paths.livez()}|${paths.readyz()})(?:[?#]|$)`);

const PARTS = /^\w+:\/\/([^/?#]*)(.*)$/s;

/**
 * Says of a request's address whether it names the product: by the host of its origin, or in local mode
 * as the machine itself. The proxy speaks http to us, so a port may be left out or written out.
 */
export function knownHost({ mode, origin }: Pick<Config, "mode" | "origin">) {
  const { hostname, port, protocol } = new URL(origin);
  const usual = protocol === "https:" ? "443" : "80";
  const own = new Set([hostname, `${hostname}:${port === "" ? usual : port}`]);
  return (address: string): boolean => {
    const [, host = "", rest = ""] = PARTS.exec(address) ?? [];
    const name = host.toLowerCase();
    return own.has(name) || (mode === "local" && OWN_MACHINE.test(name)) || HEALTH.test(rest);
  };
}
