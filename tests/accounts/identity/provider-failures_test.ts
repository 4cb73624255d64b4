// Coming back from a provider when something is wrong: a page that says what, nobody signed in, and nothing left over.
import assert from "node:assert/strict";
import { textsFor } from "../../../lib/i18n/texts.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { FAILURES_IN_A_ROW } from "../../../lib/resilience/volume-breaker.ts";
import { testProduct } from "../../support/operator.ts";
import {
  ANNA,
  google,
  PROVIDER_ENVIRONMENT,
  type ProviderAnswers,
  stageProviders,
} from "../../support/sign-in-providers.ts";
import { Visitor } from "../../support/visitor.ts";

const { ways } = textsFor("sv");
const product = () => testProduct({ environment: PROVIDER_ENVIRONMENT });

async function begin(visitor: Visitor, way = "google"): Promise<string> {
  const { location } = await visitor.get(paths.signInWith(way));
  return new URL(location ?? "").searchParams.get("state") ?? "";
}

/** What a page that says no must be. */
function assertRefused(
  visitor: Visitor,
  { status, html }: { status: number; html: string },
  wanted: { status: number; words: string },
): void {
  assert.equal(status, wanted.status);
  assert(html.includes(wanted.words), html.replace(/<[^>]+>/g, " ").slice(0, 2_000));
  assert.equal(visitor.has("avanti-session"), false);
  assert.equal(visitor.has("oauth-session"), false, "the cookie of the sign-in is still there");
}

const TOKEN = "https://oauth2.googleapis.com/token";
const WHO = "https://openidconnect.googleapis.com/v1/userinfo";
const callback = (query: string) => paths.signInCallback("google") + query;

Deno.test("who said no there reads that nothing has changed", async () => {
  await using some = await product();
  using staged = stageProviders(google());
  const visitor = new Visitor(some);
  const state = await begin(visitor);
  const back = await visitor.get(callback(`?error=access_denied&state=${state}`));
  assertRefused(visitor, back, { status: 403, words: ways.failed.denied("Google") });
  assert.equal(staged.asked.length, 0);
  const again = await visitor.get(callback(`?code=c&state=${state}`));
  assertRefused(visitor, again, { status: 410, words: ways.failed.over() });
});

Deno.test("after ten minutes, without its cookie, and a second time it is over", async () => {
  await using some = await product();
  using staged = stageProviders(google());
  const visitor = new Visitor(some);
  const state = await begin(visitor);
  const stranger = new Visitor(some);
  const words = { status: 410, words: ways.failed.over() };
  assertRefused(stranger, await stranger.get(callback(`?code=c&state=${state}`)), words);
  some.test.clock.advance({ minutes: 10 });
  assertRefused(visitor, await visitor.get(callback(`?code=c&state=${state}`)), words);
  assert.equal(staged.asked.length, 0);
});

Deno.test("who goes back to the page of a finished sign-in reads that they are signed in", async () => {
  await using some = await product();
  using _staged = stageProviders(google());
  const visitor = new Visitor(some);
  const state = await begin(visitor);
  await visitor.get(callback(`?code=c&state=${state}`));
  const again = await visitor.get(callback(`?code=c&state=${state}`));
  assert(again.html.includes(ways.already));
  assert.equal(again.html.includes(ways.failed.over()), false);
});

Deno.test("of two tabs the older one is told of the other, and one can begin anew", async () => {
  await using some = await product();
  using staged = stageProviders(google());
  const visitor = new Visitor(some);
  const older = await begin(visitor);
  await begin(visitor);
  const back = await visitor.get(callback(`?code=c&state=${older}`));
  assertRefused(visitor, back, { status: 409, words: ways.failed["other-tab"]() });
  assert.equal(staged.asked.length, 0);
  const state = await begin(visitor);
  await visitor.get(callback(`?code=c&state=${state}`));
  assert(visitor.has("avanti-session"));
});

Deno.test("another's state and code sign nobody in: a stranger's account is not slipped under", async () => {
  await using some = await product();
  using staged = stageProviders(google());
  const [attacker, victim] = [new Visitor(some), new Visitor(some)];
  const state = await begin(attacker);
  await begin(victim);
  const back = await victim.get(callback(`?code=c&state=${state}`));
  assertRefused(victim, back, { status: 409, words: ways.failed["other-tab"]() });
  assert.equal(staged.asked.length, 0);
});

const no = (body: unknown, status = 200) => () => Response.json(body, { status });

/** Answers of the provider, and what is said of them. */
const ANSWERS:
  readonly (readonly [title: string, answers: ProviderAnswers, "unreachable" | "untrusted"])[] = [
    ["does not answer", { [TOKEN]: () => Promise.reject(new TypeError("refused")) }, "unreachable"],
    ["is failing", { [TOKEN]: no({}, 500) }, "unreachable"],
    ["asks for peace", { [TOKEN]: no({}, 429) }, "unreachable"],
    ["refuses the code", { [TOKEN]: no({ error: "invalid_grant" }, 400) }, "untrusted"],
    ["gives no token", { [TOKEN]: no({ token_type: "Bearer" }) }, "untrusted"],
    ["sends us elsewhere", {
      [TOKEN]: () => {
        throw new TypeError("redirect");
      },
    }, "unreachable"],
    ["does not say who it is", { [WHO]: no({ error: "no" }, 401) }, "untrusted"],
    ["says somebody without an id", { [WHO]: no({ ...ANNA, sub: "" }) }, "untrusted"],
    ["says a list", { [WHO]: no([]) }, "untrusted"],
    ["answers with a page", { [WHO]: () => new Response("<html>") }, "untrusted"],
  ];

for (const [title, answers, reason] of ANSWERS) {
  Deno.test(`a provider that ${title} signs nobody in, and the page says so`, async () => {
    await using some = await product();
    using _staged = stageProviders({ ...google(), ...answers });
    const visitor = new Visitor(some);
    const state = await begin(visitor);
    const back = await visitor.get(callback(`?code=c&state=${state}`));
    const status = reason === "unreachable" ? 503 : 422;
    assertRefused(visitor, back, { status, words: ways.failed[reason]("Google") });
    assert.equal(back.headers.has("retry-after"), reason === "unreachable");
  });
}

Deno.test("one that is down is left alone, the others go on, and health says so", async () => {
  await using some = await product();
  const { [TOKEN]: _google, ...rest } = google();
  using staged = stageProviders({
    ...rest,
    [TOKEN]: () => Promise.reject(new TypeError("refused")),
    "https://github.com/login/oauth/access_token": no({ access_token: "at", token_type: "bearer" }),
    "https://api.github.com/user/emails": no([]),
    "https://api.github.com/user": no({ id: 7, name: null, login: "anna" }),
  });
  const visitor = new Visitor(some);
  for (let i = 0; i <= FAILURES_IN_A_ROW; i++) {
    const back = await visitor.get(callback(`?code=c&state=${await begin(visitor)}`));
    assert.equal(back.status, 503);
  }
  assert.equal(staged.asked.length, FAILURES_IN_A_ROW);
  const parts = await some.services.health.look();
  const states = parts.filter(({ name }) => name === "provider").map(({ observed }) => observed);
  assert.deepEqual(states, ["open", "closed", "closed"]);
  const state = await begin(visitor, "github");
  await visitor.get(`${paths.signInCallback("github")}?code=c&state=${state}`);
  assert(visitor.has("avanti-session"));
});

Deno.test("the page of a failure speaks the language of the reader", async () => {
  await using some = await product();
  const visitor = new Visitor(some);
  const { html } = await visitor.get(callback("?code=c&state=s&lang=en"));
  assert(html.includes(textsFor("en").ways.failed.over()));
});
