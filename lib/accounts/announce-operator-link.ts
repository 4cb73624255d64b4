// Gives the person at the server's console a way in: a link at the start, and another on SIGUSR1.
// The running server makes the link itself, because only one process may write to the database file.
import { paths } from "../http/paths.ts";
import { issueOperatorLink, LINK_MINUTES, type LinkDeps } from "./one-time-link.ts";

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
    `Operator link, one use within ${LINK_MINUTES} minutes: ${origin}${paths.adminEnter(token)}`,
  );
  if (Deno.build.os !== "windows") write(`Another link: kill -USR1 ${Deno.pid}`);
}

/** Announces a new link on every SIGUSR1 until `signal` aborts: `kill -USR1 <pid>`. */
export function announceOnSignal(announce: () => Promise<void>, signal: AbortSignal): void {
  if (Deno.build.os === "windows") return;
  // A server that drives bookings must not fall over because nobody could be let in just then.
  const listener = () => void announce().catch((error) => console.error(error));
  Deno.addSignalListener("SIGUSR1", listener);
  signal.addEventListener("abort", () => Deno.removeSignalListener("SIGUSR1", listener), {
    once: true,
  });
}
