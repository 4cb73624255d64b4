// Gives the person who runs the server a way in: links at the start, and new ones on SIGUSR2.
// Never SIGUSR1: Deno opens its inspector at it, whoever listens, and that runs any code it is sent.
// The running server makes the links itself, because only one process may write to the database file.
import type { Logger } from "../kernel/log.ts";
import { paths } from "../kernel/paths.ts";
import { LINK_MINUTES } from "./entry-link.ts";
import { issueEntryLink, type LinkDeps } from "./one-time-link.ts";
import type { Person } from "./person.ts";
import { leadingRole } from "./person-rules.ts";

/** Makes a link for whoever runs the server and writes it out. `origin` is where operators reach the product. */
export async function announceServerLink(
  deps: LinkDeps,
  origin: string,
  write: (line: string) => void,
): Promise<void> {
  const token = await issueEntryLink(deps, { personId: null, purpose: "server" });
  const link = `${origin}${paths.enter(token)}`;
  const line = `Operator link, one use within ${LINK_MINUTES} minutes: ${link}`;
  write([line, ...howToGetAnother()].join("\n"));
}

/** Makes a link for each person of the demo and writes them out, the first as the operators' link. */
export async function announceDemoLinks(
  deps: LinkDeps,
  { origin, people }: { origin: string; people: readonly Person[] },
  write: (line: string) => void,
): Promise<void> {
  const lines: string[] = [];
  for (const [i, person] of people.entries()) {
    const token = await issueEntryLink(deps, { personId: person.id, purpose: "demo" });
    const whom = `${person.name}, ${leadingRole(person)}`;
    const link = `${origin}${paths.enter(token)}`;
    lines.push(
      i === 0
        ? `Operator link, one use within ${LINK_MINUTES} minutes, as ${whom}: ${link}`
        : `The same as ${whom}: ${link}`,
    );
  }
  // At once: whoever waits for the first may close what they read from.
  write([...lines, ...howToGetAnother()].join("\n"));
}

function howToGetAnother(): string[] {
  return Deno.build.os === "windows" ? [] : [`Another link: kill -USR2 ${Deno.pid}`];
}

/** Announces anew on every SIGUSR2 until `signal` aborts: `kill -USR2 <pid>`. */
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
