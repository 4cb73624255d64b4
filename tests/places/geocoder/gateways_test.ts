// Both gateways against the same faults: what each speaks is in their own tests.
import assert from "node:assert/strict";
import { GatewayError } from "../../../lib/errors/gateway-error.ts";
import type { AddressQuestion } from "../../../lib/places/geocoder/geocoder.ts";
import { MAX_GEOCODER_BYTES } from "../../../lib/places/geocoder/geocoder-http.ts";
import { askNominatim } from "../../../lib/places/geocoder/nominatim-gateway.ts";
import { askPhoton } from "../../../lib/places/geocoder/photon-gateway.ts";
import { recorded, type Replay, replayServer } from "../../support/geocoder-server.ts";

const WORDS: AddressQuestion = { words: "Vasagatan 11" };
const POINT: AddressQuestion = { point: { lat: 57.6997, lng: 11.9672 } };
const GATEWAYS = [["Photon", askPhoton, "photon"], [
  "Nominatim",
  askNominatim,
  "nominatim",
]] as const;

function isFailure(retriable: boolean, message: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof GatewayError, String(error));
    assert.deepEqual([error.gateway, error.retriable], ["geocoder", retriable]);
    assert.match(error.message, message);
    return true;
  };
}

/** Answers that are none, to both questions. */
const NONSENSE: [title: string, body: string][] = [
  ["HTML", "<html>gateway</html>"],
  ["half a JSON", '{"features":[{"type":'],
  ["nothing", ""],
  ["a number", "42"],
  ["another object's text", '"features"'],
];

for (const [name, gateway, fixture] of GATEWAYS) {
  const asking = async (replay: Replay, question: AddressQuestion = WORDS, timeoutMs?: number) => {
    await using server = replayServer(replay, timeoutMs);
    return await gateway(server.options)(question);
  };

  for (const [title, body] of NONSENSE) {
    Deno.test(`${name} that answers ${title} has failed for good`, async () => {
      for (const question of [WORDS, POINT]) {
        await assert.rejects(
          asking(() => new Response(body), question),
          isFailure(false, /status 200 with an unreadable answer/),
        );
      }
    });
  }

  Deno.test(`${name} that is down, asks for peace or answers slowly has failed for now`, async () => {
    for (const status of [500, 503, 429]) {
      await assert.rejects(
        asking(() => new Response("", { status })),
        isFailure(true, new RegExp(`status ${status}`)),
      );
    }
    // Answers once nobody waits any more.
    const slow = ({ signal }: Request) =>
      new Promise<Response>((resolve) => {
        signal.addEventListener("abort", () => resolve(new Response("[]")));
      });
    await assert.rejects(asking(slow, WORDS, 30), isFailure(true, /too slow/));
  });

  Deno.test(`${name} that answers without end is not read to it`, async () => {
    const huge = "x".repeat(MAX_GEOCODER_BYTES + 1);
    await assert.rejects(asking(() => new Response(huge)), isFailure(false, /bytes/));
  });

  Deno.test(`${name} gives no address abroad, none that lies elsewhere than it says, and no bare piece`, async () => {
    const text = await (await recorded(`${fixture}-vasagatan-11`)(new Request("http://a.example")))
      .text();
    const count = (await asking(() => new Response(text)))?.length ?? 0;
    assert.ok(count >= 3);
    const abroad = text.replaceAll(/"(country_?code)": "se"/gi, '"$1": "no"');
    assert.deepEqual(await asking(() => new Response(abroad)), []);
    const unsaid = text.replaceAll(/"country_?code": "[A-Za-z]+"/g, '"other": "se"');
    assert.deepEqual(await asking(() => new Response(unsaid)), []);
    // Oslo, said to be Swedish.
    const moved = text.replaceAll(/5[79]\.\d+/g, "59.91").replaceAll(/1[1268]\.\d+/g, "10.75");
    assert.deepEqual(await asking(() => new Response(moved)), []);
  });

  Deno.test(`${name} says who asks, and follows no redirect`, async () => {
    await using server = replayServer(({ url }) => Response.redirect(new URL("/else", url)));
    await assert.rejects(gateway(server.options)(WORDS), isFailure(true, /not reachable/));
    const [{ headers } = { headers: new Headers() }] = server.asked;
    assert.equal(headers.get("user-agent"), "Avanti (+https://avanti.example)");
    assert.equal(headers.get("cookie"), null);
  });
}
