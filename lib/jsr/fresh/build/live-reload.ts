// Reloads pages in the browser when the development server has restarted.

const STREAM_PATH = "/_frsh/alive";
const SCRIPT_PATH = "/_frsh/alive.js";

// The connection breaks when the server stops to restart; the first message after that is news.
const SCRIPT = `let lost = false;
const source = new EventSource("${STREAM_PATH}");
source.onopen = () => lost && location.reload();
source.onerror = () => lost = true;
`;

type Handler = (
  req: Request,
  info: Deno.ServeHandlerInfo,
) => Response | Promise<Response>;

/** `handler` with a script in every page that reloads it after a restart. */
export function withLiveReload(handler: Handler): Handler {
  return async (req, info) => {
    const { pathname } = new URL(req.url);
    if (pathname === STREAM_PATH) return aliveStream();
    if (pathname === SCRIPT_PATH) {
      return new Response(SCRIPT, { headers: { "content-type": "text/javascript" } });
    }
    const response = await handler(req, info);
    const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
    if (!isPage || response.body === null) return response;
    const html = await response.text();
    return new Response(html + scriptFor(response.headers), response);
  };
}

// With the nonce of the page, where its policy has one.
function scriptFor(headers: Headers): string {
  const policy = headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([\w+/=-]+)'/.exec(policy)?.[1];
  const attribute = nonce === undefined ? "" : ` nonce="${nonce}"`;
  return `<script type="module" src="${SCRIPT_PATH}"${attribute}></script>`;
}

// Never ends and never says more: an open connection is the whole message.
function aliveStream(): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("retry: 200\n\n: alive\n\n"));
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
  });
}
