import assert from "node:assert/strict";
import { myPosition } from "../../../../lib/ui/customer/trip/my-position.ts";

const COORDS = { latitude: 57.70887, longitude: 11.97456 };

function deviceAt(coords: object): Pick<Geolocation, "getCurrentPosition"> {
  return {
    getCurrentPosition: (found) =>
      found({ coords, timestamp: 0 } as unknown as GeolocationPosition),
  };
}

function deviceThatFails(code: number): Pick<Geolocation, "getCurrentPosition"> {
  return {
    getCurrentPosition: (_found, failed) =>
      failed?.({ code, PERMISSION_DENIED: 1 } as GeolocationPositionError),
  };
}

const answering = (status: number, body: unknown): typeof fetch => () =>
  Promise.resolve(Response.json(body, { status }));
const unasked: typeof fetch = () => Promise.reject(new Error("nobody may ask"));

Deno.test("where the device is comes back as the place the server names; it stands in no address", async () => {
  const place = { id: "pin:57.70887,11.97456", kind: "pin", name: "nära Brunnsparken" };
  let asked = "";
  const answer = await myPosition("sv", deviceAt(COORDS), (input, init) => {
    asked = String(input);
    assert.deepEqual(JSON.parse(String(init?.body)), { lat: 57.70887, lng: 11.97456 });
    return answering(200, { ok: true, pin: place, stop: null })(input, init);
  });
  assert.deepEqual(answer, { kind: "place", place });
  assert.doesNotMatch(asked, /57|11\.9/);
});

Deno.test("a refusal and a device that does not know are told apart, and the server is not asked", async () => {
  assert.deepEqual(await myPosition("sv", deviceThatFails(1), unasked), { kind: "denied" });
  for (const code of [2, 3]) {
    assert.deepEqual(await myPosition("sv", deviceThatFails(code), unasked), { kind: "unknown" });
  }
});

Deno.test("outside Sweden, off the roads and without a network there is no place, and it is said which", async () => {
  const ask = (send: typeof fetch) => myPosition("sv", deviceAt(COORDS), send);
  assert.deepEqual(await ask(answering(422, {})), { kind: "outside" });
  for (const reason of ["water", "no-road"]) {
    assert.deepEqual(await ask(answering(200, { ok: false, reason })), { kind: "noRoad" });
  }
  assert.deepEqual(await ask(answering(503, {})), { kind: "offline" });
  assert.deepEqual(await ask(unasked), { kind: "offline" });
});
