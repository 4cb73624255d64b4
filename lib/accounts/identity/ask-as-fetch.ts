// Lets libraries that speak `fetch` ask a service of others as the product does: bounded, in time, and not while it is
// down.
import { GatewayError } from "../../errors/gateway-error.ts";
import type { Dependency } from "../../resilience/dependency.ts";

/** How long a provider may take, in milliseconds; somebody waits for the page. */
const TIMEOUT_MS = 8_000;
/** Most bytes of an answer: keys of some dozen kilobytes exist. */
const MAX_ANSWER_BYTES = 262_144;

/** As `fetch`, for answers in JSON. Throws GatewayError when there was none: it failed, was left alone, sent us elsewhere. */
export async function askAsFetch(
  dependency: Pick<Dependency, "ask" | "state">,
  request: Request,
): Promise<Response> {
  const { name } = dependency.state();
  let type = "";
  const answer = await dependency.ask({
    url: request.url,
    headers: Object.fromEntries(request.headers),
    ...(request.method === "POST" ? { body: await request.text() } : {}),
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_ANSWER_BYTES,
    onHead: ({ headers }) => void (type = headers.get("content-type") ?? ""),
    read(answer) {
      // Networks that want somebody to sign in answer everything with a page.
      if (!isJson(answer.text)) throw new GatewayError(name, "It answered with no JSON", false);
      return answer;
    },
  });
  if (answer === undefined) {
    throw new GatewayError(name, "It is left alone", true, { isUnreached: true });
  }
  const { status, text } = answer;
  const headers = type === "" ? {} : { "content-type": type };
  return new Response(text, { status, headers });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
