import assert from "node:assert/strict";
import { App, csp, type PageProps } from "fresh";
import { asset, assetSrcSet, Head, IS_BROWSER, Partial } from "fresh/runtime";
import { makeSnapshot, useSnapshot } from "fresh/internal";
import { caller, emptyData, fileApp, withModules } from "./support/test-app.ts";

const AppPage = ({ Component }: PageProps) => (
  <html>
    <head>
      <meta charset="utf-8" />
      <title>App</title>
      <meta name="description" content="app" />
      <link key="canonical" rel="canonical" href="/app" />
    </head>
    <body>
      <Component />
    </body>
  </html>
);

Deno.test("a page has a doctype and, without an app, a document around it", async () => {
  const call = fileApp({ "x.tsx": { default: () => <p>å</p> } });
  const response = await call("/x");
  assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(
    await response.text(),
    '<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body><p>å</p></body></html>',
  );
});

Deno.test("<Head> moves its children and replaces what they match", async () => {
  const call = fileApp({
    "_app.tsx": { default: AppPage },
    "x.tsx": {
      default: () => (
        <main>
          <Head>
            <title>Page $& title</title>
            <meta name="description" content="page" />
            <link key="canonical" rel="canonical" href="/page" />
            <meta property="og:title" content="new" />
          </Head>
          <p>text</p>
          <Head>
            <title>Last</title>
          </Head>
        </main>
      ),
    },
  });
  const html = await (await call("/x")).text();
  const head = /<head>(.*)<\/head>/.exec(html)?.[1] ?? "";
  assert.equal(
    head,
    '<meta charset="utf-8"/><title>Last</title><meta name="description" content="page"/>' +
      '<link rel="canonical" href="/page" data-key="canonical"/>' +
      '<meta property="og:title" content="new"/>',
  );
  assert.match(html, /<body><main><p>text<\/p><\/main><\/body>/);
});

Deno.test("links say whether they lead here or to a page above", async () => {
  const call = fileApp({
    "[...path].tsx": {
      default: () => (
        <nav>
          <a href="/">home</a>
          <a href="/a">a</a>
          <a href="/a/b?x=1#y">b</a>
          <a href="/a/b/">slash</a>
          <a href="/ab">ab</a>
          <a href="https://example.com/">out</a>
          <a href="/a/b" aria-current="step">own</a>
        </nav>
      ),
    },
  });
  const html = await (await call("/a/b")).text();
  const links = [...html.matchAll(/<a ([^>]*)>/g)].map(([, attributes]) => attributes);
  assert.deepEqual(links, [
    'href="/" data-ancestor="true" aria-current="true"',
    'href="/a" data-ancestor="true" aria-current="true"',
    'href="/a/b?x=1#y" data-current="true" aria-current="page"',
    'href="/a/b/" data-current="true" aria-current="page"',
    'href="/ab"',
    'href="https://example.com/"',
    'href="/a/b" aria-current="step"',
  ]);
});

Deno.test("a vnode kept in a constant is marked anew for every page", async () => {
  const link = <a href="/a">a</a>;
  const call = fileApp({ "[...path].tsx": { default: () => <nav>{link}</nav> } });
  assert.match(await (await call("/a")).text(), /aria-current="page"/);
  assert.doesNotMatch(await (await call("/b")).text(), /aria-current/);
});

function withAsset(app: App<unknown>, routes: Record<string, object>) {
  const data = emptyData();
  const file = { type: "image/png", hash: "abc", size: 1, immutable: false, encodings: [] };
  const assets = { "/dot.png": file, "/dot@2x.png": file };
  const snapshot = makeSnapshot(
    { ...data, assets },
    { routes, islands: {} },
    () => new Uint8Array(1),
  );
  useSnapshot(app, snapshot);
  return caller(app);
}

Deno.test("images are locked to their content, unless they say no", async () => {
  const call = withAsset(new App().fsRoutes(), {
    "x.tsx": {
      default: () => (
        <main>
          <img src="/dot.png" srcset="/dot.png 1x, /dot@2x.png 2x" />
          <img src="/dot.png" data-fresh-disable-lock />
          <picture>
            <source srcset="/dot.png" />
          </picture>
          <img src="https://example.com/dot.png" />
          <img src="/unknown.png" />
          <link rel="stylesheet" href={asset("/dot.png?v=1#x")} />
          {assetSrcSet("/dot.png 1x, https://example.com/a,b.png 2x")}
        </main>
      ),
    },
  });
  const html = await (await call("/x")).text();
  assert.match(
    html,
    /<img src="\/dot.png\?__frsh_c=abc" srcset="\/dot.png\?__frsh_c=abc 1x, \/dot@2x.png\?__frsh_c=abc 2x"\/>/,
  );
  assert.match(html, /<img src="\/dot.png" data-fresh-disable-lock/);
  assert.match(html, /<source srcset="\/dot.png\?__frsh_c=abc"\/>/);
  assert.match(html, /<img src="https:\/\/example.com\/dot.png"\/>/);
  assert.match(html, /<img src="\/unknown.png"\/>/);
  assert.match(html, /href="\/dot.png\?v=1&amp;__frsh_c=abc#x"/);
  assert.match(html, /\/dot.png\?__frsh_c=abc 1x, https:\/\/example.com\/a,b.png 2x/);
});

Deno.test("with a nonce every inline script and style carries it, and only rendered pages", async () => {
  const routes = {
    "x.tsx": {
      default: () => (
        <main>
          <style>{"p { color: red }"}</style>
          <script>1</script>
        </main>
      ),
    },
    "json.ts": { handler: () => Response.json({}) },
  };
  const call = caller(withModules(new App().use(csp({ useNonce: true })).fsRoutes(), routes));
  const page = await call("/x");
  const policy = page.headers.get("content-security-policy") ?? "";
  const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  assert.equal(atob(nonce).length, 16);
  const html = await page.text();
  assert.equal(html.split(` nonce="${nonce}"`).length, 3);
  const other = (await call("/x")).headers.get("content-security-policy");
  assert.notEqual(other, policy);
  const json = (await call("/json")).headers.get("content-security-policy") ?? "";
  assert.match(json, /script-src 'self' 'unsafe-inline'/);
});

Deno.test("on the server IS_BROWSER is false and <Partial> says that it does not exist", () => {
  assert.equal(IS_BROWSER, false);
  assert.throws(() => Partial({ name: "x" }), /not implemented/);
});
