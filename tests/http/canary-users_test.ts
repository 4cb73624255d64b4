// Everything the product keeps is on, and two instances share it: nobody is given a byte of anybody else.
import assert from "node:assert/strict";
import { askAll, canaryWorld } from "../support/cache/canary-users.ts";
import type { TestHandler } from "../support/app.ts";

const USERS = 50;
/** `deno task bench cache canaries` asks 10,000 times. */
const REQUESTS = 1_500;

Deno.test("what fifty people ask of two instances at once names nobody but themselves", async () => {
  await using world = await canaryWorld(USERS);
  const { own, foreign } = await askAll(world, REQUESTS);
  assert.deepEqual(foreign, []);
  assert(own > REQUESTS / 3, `${own}`);
});

Deno.test("the same requests see a planted cache that keeps pages by their address alone", async () => {
  await using world = await canaryWorld(3);
  const kept = new Map<string, Promise<Response>>();
  const planted = world.handlers.map((handler): TestHandler => async (request) => {
    const { pathname } = new URL(request.url);
    const known = kept.get(pathname) ?? handler(request);
    kept.set(pathname, known);
    return (await known).clone();
  });
  const { foreign } = await askAll({ ...world, handlers: planted }, 100);
  assert(foreign.length > 0);
});
