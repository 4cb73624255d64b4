// Gives the person who runs the server a way in: a link at the start, and another on SIGUSR2.
// Never SIGUSR1: Deno opens its inspector at it, whoever listens, and that runs any code it is sent.
// The running server makes the link itself, because only one process may write to the database file.
import type { Logger } from "../kernel/log.ts";
import { paths } from "../kernel/paths.ts";
import { issueOperatorLink, type LinkDeps } from "./one-time-link.ts";
import { LINK_MINUTES } from "./operator-link.ts";

/** Whom sessions name until accounts exist. */
export const OPERATOR_NAME = "Operatör";

/** Makes a link and writes it out. `origin` is where operators reach the product. */
export async function announceOperatorLink(
  deps: LinkDeps,
  origin: string,
  write: (line: string) => void,
): Promise<void> {
  const token = await issueOperatorLink(deps, OPERATOR_NAME);
  write(
    `Operator link, one use within ${LINK_MINUTES} minutes: ${origin}${paths.enter(token)}`,
  );
  if (Deno.build.os !== "windows") write(`Another link: kill -USR2 ${Deno.pid}`);
}

/** Announces a new link on every SIGUSR2 until `signal` aborts: `kill -USR2 <pid>`. */
export function announceOnSignal(
  { log }: { log: Logger },
  announce: () => Promise<void>,
  signal: AbortSignal,
): void {
  if (Deno.build.os === "windows") return;
  // A server that drives bookings must not fall over because nobody could be let in just then.
  const listener = () =>
    void announce().catch((error) => log.error("operator link not made", { error }));
  Deno.addSignalListener("SIGUSR2", listener);
  signal.addEventListener("abort", () => Deno.removeSignalListener("SIGUSR2", listener), {
    once: true,
  });
}
