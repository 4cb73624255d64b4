import assert from "node:assert/strict";
import { knownHost } from "../../lib/http/known-host.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { tempFolder } from "../support/databases.ts";
import { testServices } from "../support/services.ts";

const SECRET = Uint8Array.from({ length: 32 }, (_, i) => i * 7).toBase64();

Deno.test("in production the product answers under its origin's host alone, with its port or without", () => {
  const isKnown = knownHost({ mode: "production", origin: "https://avanti.example" });
  const known = ["avanti.example", "AVANTI.example", "avanti.example:443"];
  for (const host of known) assert.equal(isKnown(`http://${host}/quotes?x=1`), true, host);
  for (
    const host of [
      "avanti.example:80",
      "avanti.example:8443",
      "avanti.example.evil.example",
      "evil.example",
      "x@avanti.example",
      "localhost",
      "127.0.0.1:8000",
      "",
    ]
  ) assert.equal(isKnown(`http://${host}/avanti.example`), false, host);
});

Deno.test("an origin with a port of its own is known with that port", () => {
  const isKnown = knownHost({ mode: "production", origin: "http://192.168.1.20:8000" });
  assert.equal(isKnown("http://192.168.1.20:8000/"), true);
  assert.equal(isKnown("http://192.168.1.20/"), true);
  assert.equal(isKnown("http://192.168.1.20:80/"), false);
});

Deno.test("on one's own machine every name of the machine is known, at any port, beside the origin", () => {
  const isKnown = knownHost({ mode: "local", origin: "http://192.168.1.20:8000" });
  for (
    const host of ["localhost", "localhost:1", "127.0.0.1:8000", "[::1]:8000", "192.168.1.20:8000"]
  ) assert.equal(isKnown(`http://${host}/`), true, host);
  for (const host of ["evil.example", "localhost.evil.example", "127.0.0.2", "localhost:123456"]) {
    assert.equal(isKnown(`http://${host}/`), false, host);
  }
});

Deno.test("whoever watches over the process asks by its number; nothing else is answered to them", () => {
  const isKnown = knownHost({ mode: "production", origin: "https://avanti.example" });
  assert.equal(isKnown("http://10.0.0.7:8000/livez"), true);
  assert.equal(isKnown("http://10.0.0.7:8000/readyz?x"), true);
  for (const path of ["/", "/livez/x", "/livezz", "/x?/livez", "/x/livez"]) {
    assert.equal(isKnown(`http://10.0.0.7:8000${path}`), false, path);
  }
});

Deno.test("a foreign name is refused everywhere: pages, files, the API, and names no address can have", async () => {
  const environment = {
    AVANTI_MODE: "production",
    AVANTI_ORIGIN: "https://avanti.example",
    AVANTI_SECRET: SECRET,
    AVANTI_KEKS: `1:${SECRET}`,
  };
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  await using test = await testServices({ database, environment });
  const app = await testApp(test.services);
  for (const path of ["/", "/styles.css", "/sw.js", "/api/places?q=g", "/bookings/x", "/nowhere"]) {
    for (const host of ["evil.example", "localhost:8000"]) {
      const response = await app(new Request(`http://${host}${path}`));
      const body = await response.text();
      assert.equal(response.status, 400, `${host}${path}`);
      assert.equal(response.headers.get("cache-control"), "no-store");
      assert(!body.includes(host), "nothing repeats the name");
    }
  }
  const odd = { url: "http://a b/%zz", method: "GET", headers: new Headers(), body: null };
  assert.equal((await app(odd as unknown as Request)).status, 400);
  assert.equal((await app(new Request("http://10.0.0.7/livez"))).status, 200);
  assert.equal((await app(new Request("http://10.0.0.7/readyz"))).status, 200);
  assert.equal((await app(new Request("http://avanti.example/"))).status, 200);
  assert.equal((await app(new Request("http://avanti.example/styles.css"))).status, 200);
  assert.equal(test.records.at(-1)?.code, "host-unknown");
});

Deno.test("links to other languages are on the origin, whatever name the request came under", async () => {
  await using test = await testServices({
    environment: { AVANTI_ORIGIN: "https://avanti.example" },
  });
  const app = await testApp(test.services);
  for (const path of ["/", "/nowhere"]) {
    const html = await (await app(new Request(ORIGIN + path))).text();
    assert(html.includes(`hreflang="en" href="https://avanti.example${path}?lang=en"`), path);
    assert(html.includes(`rel="canonical" href="https://avanti.example${path}"`), path);
    assert(!html.includes(ORIGIN), path);
  }
  const filled = await (await app(new Request(`${ORIGIN}/?from=x&lang=en`))).text();
  assert(filled.includes(`rel="canonical" href="https://avanti.example/?lang=en"`));
});
