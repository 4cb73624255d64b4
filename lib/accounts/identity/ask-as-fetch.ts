// Lets libraries that speak `fetch` ask a service of others as the product does: bounded, in time, and not while it is
// down.
import { GatewayError } from "../../errors/gateway-error.ts";
import type { Dependency } from "../../resilience/dependency.ts";

/** How long a provider may take, in milliseconds; somebody waits for the page. */
const TIMEOUT_MS = 8_000;
/** Most bytes of an answer: keys of some dozen kilobytes exist. */
const MAX_ANSWER_BYTES = 262_144;
/** Answers that have no body by what they are. */
const NO_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** As `fetch`. Throws GatewayError when the service failed, was left alone, or sent us elsewhere. */
export async function askAsFetch(
  { ask, state }: Pick<Dependency, "ask" | "state">,
  request: Request,
): Promise<Response> {
  let type = "";
  const answer = await ask({
    url: request.url,
    headers: Object.fromEntries(request.headers),
    ...(request.method === "POST" ? { body: await request.text() } : {}),
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_ANSWER_BYTES,
    onHead: ({ headers }) => void (type = headers.get("content-type") ?? ""),
    read: (read) => read,
  });
  if (answer === undefined) {
    throw new GatewayError(state().name, "It is left alone", true, { isUnreached: true });
  }
  const { status, text } = answer;
  const headers = type === "" ? {} : { "content-type": type };
  return new Response(NO_BODY.has(status) ? null : text, { status, headers });
}
