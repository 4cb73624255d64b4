import assert from "node:assert/strict";
import { createHelpers } from "@deno/kv-oauth";
import { provideHost, sessionRows } from "../../../lib/jsr/kv-oauth/host.ts";
import { CLIENT, rowsOf, stage, visit } from "./stage.ts";

const ID = "5f4dcc3b-5aa7-45d6-8d83-27deb882cf99";

Deno.test("getSessionId() knows a session by its row, not by its cookie alone", async () => {
  await using set = await stage();
  const { getSessionId } = createHelpers(CLIENT);
  assert.equal(await getSessionId(visit("/")), undefined);
  assert.equal(await getSessionId(visit("/", `__Host-site-session=${ID}`)), undefined);
  await set.kv.set(["site_sessions", ID], true);
  assert.equal(await getSessionId(visit("/", `a=b; __Host-site-session=${ID}`)), ID);
  assert.equal(await getSessionId(visit("/", `site-session=${ID}`)), undefined);
  const plain = visit("/", `site-session=${ID}`, "http://localhost:8000");
  assert.equal(await getSessionId(plain), ID);
});

Deno.test("signOut() without a session only leads on", async () => {
  await using _set = await stage();
  const response = await createHelpers(CLIENT).signOut(visit("/signout?success_url=/bye"));
  assert.equal(response.status, 302);
  assert.equal(response.headers.get("location"), "/bye");
  assert.deepEqual(response.headers.getSetCookie(), []);
});

Deno.test("signOut() ends the session and takes its cookie away", async () => {
  await using set = await stage();
  await set.kv.set(["site_sessions", ID], true);
  const { signOut, getSessionId } = createHelpers(CLIENT);
  const request = visit("/signout", `__Host-site-session=${ID}`);
  const response = await signOut(request);
  assert.deepEqual(response.headers.getSetCookie(), [
    "__Host-site-session=; Secure; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
  ]);
  assert.deepEqual(await rowsOf(set.kv, "site_sessions"), []);
  assert.equal(await getSessionId(request), undefined);
});

Deno.test("where no database is given it opens the one of DENO_KV_PATH, at its first use", async () => {
  const path = await Deno.makeTempFile({ suffix: ".kv" });
  const script = `
    import { createHelpers } from "@deno/kv-oauth";
    const { signIn } = createHelpers(${JSON.stringify(CLIENT)});
    await signIn(new Request("http://localhost/"));
    const kv = await Deno.openKv(Deno.env.get("DENO_KV_PATH"));
    console.log((await Array.fromAsync(kv.list({ prefix: ["oauth_sessions"] }))).length);
    Deno.exit();`;
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-lock", "--unstable-kv", script],
    cwd: new URL("../../../", import.meta.url).pathname,
    env: { DENO_KV_PATH: path },
  }).output();
  await Deno.remove(path);
  assert.equal(new TextDecoder().decode(stdout).trim(), "1", new TextDecoder().decode(stderr));
});

Deno.test("what the program around gives counts, and nothing is opened then", async () => {
  await using set = await stage();
  assert.equal(await sessionRows(), set.kv);
  provideHost({ rows: set.kv });
  assert.equal(await sessionRows(), set.kv);
});
