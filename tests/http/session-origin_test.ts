import assert from "node:assert/strict";
import { deviceOf, originOf, shortened } from "../../lib/http/session-origin.ts";

const AGENTS: readonly [words: string, agent: string][] = [
  [
    "Chrome · Android",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
  ],
  [
    "Safari · iPhone",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
  ],
  [
    "Chrome · iPhone",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0.0.0 Mobile/15E148 Safari/604.1",
  ],
  [
    "Edge · Windows",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
  ],
  [
    "Firefox · Mac",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:133.0) Gecko/20100101 Firefox/133.0",
  ],
  ["", "curl/8.5.0"],
  ["", "<script>alert(1)</script>"],
];

Deno.test("a device is told by its browser and its system, and by nothing the header says besides", () => {
  for (const [words, agent] of AGENTS) assert.equal(deviceOf(agent), words, agent);
});

Deno.test("half a network address is kept, which is nobody's", () => {
  assert.equal(shortened("83.252.17.4"), "83.252.x.x");
  assert.equal(shortened("2001:db8:1:2::/64"), "2001:db8:1:…");
  assert.equal(shortened(""), "");
  const headers = new Headers({ "x-forwarded-for": "1.2.3.4, 83.252.17.4" });
  const addr = { transport: "tcp", hostname: "10.0.0.1", port: 1 } as const;
  assert.equal(originOf(headers, addr, { proxies: 1 }).network, "83.252.x.x");
  assert.equal(originOf(headers, addr, { proxies: 0 }).network, "10.0.x.x");
  assert.equal(originOf(headers, undefined, { proxies: 1 }).network, "");
});
