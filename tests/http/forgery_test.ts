// Requests that another site makes a browser send: to every route that takes something, found by itself. Each is refused
// before it has done anything, by where it says it comes from and, where there is a session, by the session's token.
import assert from "node:assert/strict";
import { FORM_TOKEN_FIELD, FORM_TOKEN_HEADER } from "../../lib/accounts/form-token-names.ts";
import { ORIGIN } from "../support/app.ts";
import { anOperator } from "../support/operator.ts";
import { routePatterns, type Sample, surfaceOf, type Target } from "../support/hostile/surface.ts";
import { makeWorld, type World } from "../support/hostile/world.ts";

/** Routes that take something without the token of a session, and what stands for it. */
const WITHOUT_TOKEN: Readonly<Record<string, string>> = {
  "/quotes": "a guest asks for a price",
  "/quotes/:id": "a guest renews a price; its address is the secret",
  "/bookings": "a guest books; the price that was asked for is the secret",
  "/bookings/send-link": "a guest has their link sent again, to whom it belongs",
  "/bookings/find": "a guest looks for a booking by what they know of it",
  "/bookings/:link/cancel": "the link is the secret",
  "/bookings/:link/decisions": "the link is the secret",
  "/bookings/:link/details": "the link is the secret",
  "/bookings/:link/pay": "the link is the secret",
  "/bookings/:link/reschedule": "the link is the secret",
  "/enter/:token": "the link is the secret, and there is no session yet",
  "/sign-in": "there is no session yet",
  "/sign-in/code": "there is no session yet; the cookie of the way halfway is Strict",
  "/api/quotes": "a program asks for a price",
  "/api/bookings": "a program books; the price is the secret",
  "/api/bookings/:link/cancel": "the link is the secret",
  "/api/bookings/:link/reschedule": "the link is the secret",
  "/api/bookings/:link/push": "the link is the secret",
  "/api/sms/:token": "the text message service reports; its address is the secret",
  "/api/stripe/events": "Stripe posts events; its signature is over the very body",
  "/privacy/requests":
    "a guest, whose cookie is the secret; who has a session is sent to their own page",
  "/privacy/requests/download": "the same",
  "/register": "there is no session yet",
  "/sign-in/passkey": "there is no session yet; the challenge is of this browser",
  "/sign-in/recover": "there is no session yet",
  "/sign-in/send": "there is no session yet",
  "/api/pins": "changes nothing: a body because places are nobody's to read in an address",
  "/api/faults": "a page tells of its failure, also one of a guest",
};

/** What a browser says when a page of another site sends something, as old and new browsers do. */
const FOREIGN: readonly Readonly<Record<string, string>>[] = [
  { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
  { "sec-fetch-site": "same-site", origin: "https://other.avanti.example" },
  { "sec-fetch-site": "none" },
  { "sec-fetch-site": "cross-site", origin: ORIGIN },
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: `${ORIGIN}.evil.example` },
  { referer: `${ORIGIN}/admin` },
  {},
];

Deno.test("whatever another site sends in somebody's name is refused on every route, and nothing is written", async () => {
  await using world = await makeWorld();
  const targets = await sending(world);
  assert.ok(targets.length > 30, `${targets.length} routes take something`);
  for (const { route, samples } of targets) {
    for (const sample of samples) {
      for (const from of FOREIGN) {
        world.written();
        const response = await send(world, sample, { ...from, token: "own" });
        const what = `${route} from ${JSON.stringify(from)}`;
        assert.equal(response.status, 403, what);
        assert.match(response.headers.get("vary") ?? "", /Sec-Fetch-Site, Origin/, what);
        assert.deepEqual(world.written().filter((family) => family !== "session"), [], what);
      }
    }
  }
});

Deno.test("where there is a session its token is asked for, and another session's or none is refused", async () => {
  await using world = await makeWorld();
  const tokenless: string[] = [];
  for (const { route, samples } of await sending(world)) {
    for (const sample of samples) {
      for (const token of ["none", "foreign"] as const) {
        // Some of them begin a session, which ends the former one.
        world.operator = await anOperator(world.services);
        world.written();
        const response = await send(world, sample, { "sec-fetch-site": "same-origin", token });
        const written = world.written().filter((family) => family !== "session");
        const isRefused = response.status === 403 && written.length === 0;
        if (!isRefused && !tokenless.includes(route)) tokenless.push(route);
      }
    }
  }
  const unknown = tokenless.filter((route) => !Object.hasOwn(WITHOUT_TOKEN, route));
  assert.deepEqual(unknown, [], "takes something without a token, and nothing says why");
  assert.ok(tokenless.length > 10, `${tokenless.length} routes without a token were met`);
  // Some stand on pages that are there for a moment only.
  const patterns = routePatterns();
  assert.deepEqual(Object.keys(WITHOUT_TOKEN).filter((route) => !patterns.includes(route)), []);
});

Deno.test("a program, which carries no session, needs no header of a browser's", async () => {
  await using world = await makeWorld();
  const body = { kind: "json", value: { lat: 57.70887, lng: 11.97456 } } as const;
  const sample: Sample = { method: "POST", address: "/api/pins", body };
  const response = await send(world, sample, { token: "none", cookie: "" });
  assert.equal(response.status, 200);
});

/** Routes with the requests that change something. */
async function sending(world: World): Promise<Target[]> {
  const targets = await surfaceOf(world.app, world);
  return targets.map(({ route, samples }) => ({
    route,
    samples: samples.filter(({ method }) => method !== "GET").slice(0, 2),
  })).filter(({ samples }) => samples.length > 0);
}

interface From extends Readonly<Record<string, string>> {
  token: "own" | "none" | "foreign";
}

/** Sends a sample as the operator who is signed in, with a token and headers of the test's choice. */
async function send(world: World, sample: Sample, from: From): Promise<Response> {
  const { operator, app } = world;
  const { token, ...said } = from;
  const headers = new Headers({ cookie: operator.cookie, ...said });
  const tokens = {
    own: operator.formToken,
    none: null,
    foreign: "A".repeat(22) + "." + "B".repeat(43),
  };
  const sent = tokens[token];
  if (sent !== null) headers.set(FORM_TOKEN_HEADER, sent);
  const { body, address, method } = sample;
  const response = await app(
    new Request(ORIGIN + address, {
      method,
      headers: typed(headers, body),
      body: bodyOf(body, sent),
    }),
  );
  await response.body?.cancel();
  return response;
}

function typed(headers: Headers, { kind }: Sample["body"]): Headers {
  const type = kind === "json" ? "application/json" : "application/x-www-form-urlencoded";
  headers.set("content-type", type);
  return headers;
}

function bodyOf(body: Sample["body"], token: string | null): string {
  if (body.kind === "json") return JSON.stringify(body.value);
  const fields = new Map(body.kind === "form" ? body.fields : []);
  fields.delete(FORM_TOKEN_FIELD);
  if (token !== null) fields.set(FORM_TOKEN_FIELD, token);
  return String(new URLSearchParams([...fields]));
}
