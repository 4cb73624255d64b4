// The same answers without a framework: the same components, rendered and sent by hand.
import { renderToString } from "preact-render-to-string";
import type { PageProps } from "fresh";
import { App, Home } from "./site/shell.tsx";

const HTML = { headers: { "content-type": "text/html; charset=utf-8" } };
const PROPS = {} as PageProps<{ heading: string }>;
const SCRIPT = '<script type="module" src="/_fresh/js/boot.js"></script>';

function answer(req: Request): Response {
  const start = req.url.indexOf("/", 8);
  switch (req.url.slice(start)) {
    case "/":
      return page();
    case "/api":
      return Response.json({ hello: "world", list: [1, 2, 3] });
    case "/text":
      return new Response("Hello World, 26 bytes long");
    default:
      return new Response("Not Found", { status: 404 });
  }
}

function page(): Response {
  const Page = () => <Home {...PROPS} data={{ heading: "Trips of today" }} />;
  const html = renderToString(<App {...PROPS} Component={Page} />);
  return new Response(`<!DOCTYPE html>${html}${SCRIPT}`, HTML);
}

const { addr } = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, answer);
console.log(addr.port);
