// What a developer sees when a request fails: the error and where it came from.

/** An HTML page for `error` with its causes; for development only, it shows source paths. */
export function developmentErrorPage(error: unknown): Response {
  const parts: string[] = [];
  for (let current = error; current !== undefined && parts.length < MAX_CAUSES;) {
    parts.push(describe(current));
    current = current instanceof Error ? current.cause : undefined;
  }
  const [title = ""] = (parts[0] ?? "").split("\n");
  const body = parts.map((part) => `<pre>${escapeHtml(part)}</pre>`).join("<p>caused by</p>");
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/>` +
    `<title>${escapeHtml(title)}</title></head><body><h1>${
      escapeHtml(title)
    }</h1>${body}</body></html>`;
  return new Response(html, {
    status: 500,
    headers: { "content-type": "text/html; charset=utf-8" },
  });
}

// A chain of causes may be a circle.
const MAX_CAUSES = 5;

function describe(error: unknown): string {
  return error instanceof Error ? error.stack ?? error.message : Deno.inspect(error);
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
