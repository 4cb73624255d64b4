import assert from "node:assert/strict";
import { clientNetwork } from "../../lib/http/client-address.ts";

const from = (hostname: string, forwardedFor: string | null = null, proxies = 0) =>
  clientNetwork({ remoteAddr: { transport: "tcp", hostname, port: 1 }, forwardedFor, proxies });

Deno.test("without proxies of ours, who opened the connection is the client, whatever it claims", () => {
  assert.equal(from("203.0.113.7"), "203.0.113.7");
  assert.equal(from("203.0.113.7", "198.51.100.1"), "203.0.113.7");
});

Deno.test("behind proxies, what the outermost of ours saw counts; what a client wrote before it does not", () => {
  assert.equal(from("10.0.0.2", "198.51.100.1", 1), "198.51.100.1");
  assert.equal(from("10.0.0.2", "1.1.1.1, 198.51.100.1", 1), "198.51.100.1");
  assert.equal(from("10.0.0.2", "1.1.1.1, 198.51.100.1, 10.0.0.1", 2), "198.51.100.1");
  assert.equal(from("10.0.0.2", " , 198.51.100.1:4711", 1), "198.51.100.1");
});

Deno.test("a list too short to be ours says nothing", () => {
  assert.equal(from("10.0.0.2", null, 1), "10.0.0.2");
  assert.equal(from("10.0.0.2", "", 1), "10.0.0.2");
  assert.equal(from("10.0.0.2", "198.51.100.1", 2), "10.0.0.2");
});

Deno.test("a household's many IPv6 addresses are one, however they are written", () => {
  const network = "2001:db8:0:1::/64";
  for (
    const address of [
      "2001:db8:0:1::7",
      "2001:0DB8:0000:0001:aaaa:bbbb:cccc:dddd",
      "2001:db8:0:1:0:0:0:1%eth0",
      "[2001:db8:0:1::7]:443",
    ]
  ) assert.equal(from("10.0.0.2", address, 1), network, address);
  assert.equal(from("2001:db8:0:2::7"), "2001:db8:0:2::/64");
  assert.equal(from("::1"), "0:0:0:0::/64");
  assert.equal(from("::ffff:203.0.113.7"), "203.0.113.7");
});

Deno.test("a connection without an address is a sender of its own", () => {
  const remoteAddr = { transport: "unix" as const, path: "/run/avanti" };
  assert.equal(clientNetwork({ remoteAddr, forwardedFor: null, proxies: 0 }), "");
});
