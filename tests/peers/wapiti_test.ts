// wapiti walks through the product as a stranger with a browser would, and attacks every form and parameter it meets.
// Left out: its module `csrf`, which looks for a token in every form. A guest's form has none, for a guest has no session
// that another site could use; what other sites send is refused by where it comes from, see tests/http/forgery_test.ts.
import assert from "node:assert/strict";
import { tempFolder } from "../support/databases.ts";
import { peerProgram, SCANNERS } from "./support/peer-folder.ts";
import { type Plant, ran, scannedProduct } from "./support/scanned-product.ts";

const WAPITI = peerProgram(SCANNERS.WAPITI, "attacks by wapiti");
const MODULES =
  "xss,permanentxss,redirect,sql,file,exec,crlf,http_headers,cookieflags,csp,xxe,ldap";
/** Longest scan, in seconds, and longest time of one module. */
const SCAN_SECONDS = 120;
const ATTACK_SECONDS = 30;

/** What a scan found, as `kind: METHOD path parameter`, and how many pages it saw. */
async function findings(
  modules: string,
  plant?: Plant,
): Promise<{ found: string[]; pages: number }> {
  await using product = await scannedProduct(plant);
  await using folder = await tempFolder();
  const report = `${folder.path}/report.json`;
  const { text } = await ran(WAPITI ?? "", [
    ...["-u", `${product.origin}/`, "--scope", "folder", "-m", modules, "--no-bugreport"],
    ...["--max-links-per-page", "20", "--max-files-per-dir", "10", "--flush-session", "-v", "0"],
    ...["--max-scan-time", String(SCAN_SECONDS), "--max-attack-time", String(ATTACK_SECONDS)],
    ...["--store-session", folder.path, "--store-config", folder.path],
    ...["--header", "Sec-Fetch-Site: same-origin", "-f", "json", "-o", report],
  ]);
  const { vulnerabilities, anomalies, infos } = JSON.parse(
    await Deno.readTextFile(report).catch(() => assert.fail(text)),
  );
  const found = [vulnerabilities, anomalies].flatMap((kinds: Record<string, Found[]>) =>
    Object.entries(kinds).flatMap(([kind, all]) =>
      all.map(({ method, path, parameter }) => `${kind}: ${method} ${path} ${parameter}`)
    )
  );
  return { found, pages: infos.crawled_pages_nbr };
}

interface Found {
  method: string;
  path: string;
  parameter: string;
}

Deno.test({
  name:
    "wapiti finds markup that comes back, a redirect to anywhere, and a header that is left out",
  ignore: WAPITI === null,
  async fn() {
    const { found } = await findings("xss,redirect,http_headers", (response, request) => {
      const { pathname, searchParams } = new URL(request.url);
      const headers = new Headers(response.headers);
      headers.delete("strict-transport-security");
      const isOwn = pathname === "/" || searchParams.has("planted") || searchParams.has("to");
      if (!isOwn) return new Response(response.body, { status: response.status, headers });
      // What is planted is written as it is.
      headers.delete("content-encoding");
      const sent = searchParams.get("planted");
      const to = URL.parse(searchParams.get("to") ?? "", request.url);
      if (pathname === "/help" && to !== null && searchParams.has("to")) {
        headers.set("location", to.href);
        return new Response(null, { status: 302, headers });
      }
      if (pathname === "/terms" && sent !== null) {
        headers.delete("content-security-policy");
        return new Response(`<html><body>${sent}</body></html>`, { headers });
      }
      const links = '<a href="/terms?planted=x">x</a><a href="/help?to=/">y</a>';
      return new Response(`<html><body>${links}</body></html>`, { headers });
    });
    const kinds = new Set(found.map((each) => each.split(":")[0]));
    for (const kind of ["Reflected Cross Site Scripting", "Open Redirect"]) {
      assert.ok(kinds.has(kind), found.join("\n"));
    }
    assert.ok(
      [...kinds].some((kind) => /Strict Transport Security|HSTS/.test(kind ?? "")),
      found.join("\n"),
    );
  },
});

Deno.test({
  name: "wapiti finds nothing on the product",
  ignore: WAPITI === null,
  async fn() {
    const { found, pages } = await findings(MODULES);
    console.info(`wapiti: ${pages} pages and files, ${found.length} findings`);
    assert.deepEqual(found, []);
    assert.ok(pages > 15, `${pages} pages`);
  },
});
