// What stands under the names of packages that exist only on JSR, against what the originals have.
import assert from "node:assert/strict";
import type {
  AesGcmOptions,
  DigestAlgorithm,
  DigestAlgorithmName,
  DigestAlgorithmObject,
} from "@std/crypto";
import type {
  IpFilterOptions,
  IpFilterRules,
  WebSocketHandlers,
  WebSocketUpgradeOptions,
} from "fresh";
import type { HeadProps, PartialProps } from "fresh/runtime";

interface Config {
  imports: Record<string, string>;
  compilerOptions: object;
}

const ROOT = new URL("../../", import.meta.url);
const read = async (name: string): Promise<Config> =>
  JSON.parse(await Deno.readTextFile(new URL(name, ROOT)));

Deno.test("deno.jsr.json maps every package of lib/jsr/ to its original and all others alike", async () => {
  const own = await read("deno.json");
  const originals = await read("deno.jsr.json");
  assert.deepEqual(originals.compilerOptions, own.compilerOptions);
  // Used by the packages of lib/jsr/ only, never by the application.
  const internal = new Set(["fresh/internal", "devalue", "esbuild"]);
  for (const [name, target] of Object.entries(own.imports)) {
    if (internal.has(name)) continue;
    const original = originals.imports[name];
    if (target.startsWith("./lib/jsr/")) assert.match(original ?? "", /^jsr:@/, name);
    else assert.equal(original, target, name);
  }
});

Deno.test("fresh, fresh/runtime and fresh/dev export the names of the originals", async () => {
  const names = async (specifier: string) => Object.keys(await import(specifier)).sort();
  assert.deepEqual(await names("fresh"), [
    ...["App", "HttpError", "cors", "createDefine", "csp", "csrf", "ipFilter", "page"],
    ...["staticFiles", "trailingSlashes"],
  ]);
  assert.deepEqual(await names("fresh/runtime"), [
    ...["Head", "HttpError", "IS_BROWSER", "Partial", "asset", "assetSrcSet"],
  ]);
  assert.deepEqual(await names("fresh/dev"), ["Builder"]);
});

Deno.test("@std/crypto and its entries export the names of the original", async () => {
  const entries = {
    "@std/crypto/aes-gcm": ["decryptAesGcm", "encryptAesGcm"],
    "@std/crypto/crypto": ["DIGEST_ALGORITHM_NAMES", "crypto"],
    "@std/crypto/timing-safe-equal": ["timingSafeEqual"],
  };
  for (const [entry, names] of Object.entries(entries)) {
    assert.deepEqual(Object.keys(await import(entry)).sort(), names);
  }
  assert.deepEqual(
    Object.keys(await import("@std/crypto")).sort(),
    Object.values(entries).flat().sort(),
  );
});

Deno.test("@deno/kv-oauth exports the names of the original", async () => {
  const providers = [
    ...["Auth0", "AwsCognito", "AzureAd", "AzureAdb2c", "Clerk", "Discord", "Dropbox", "Facebook"],
    ...["GitHub", "GitLab", "Google", "Logto", "Notion", "Okta", "Patreon", "Slack", "Spotify"],
    "Twitter",
  ];
  assert.deepEqual(
    Object.keys(await import("@deno/kv-oauth")).sort(),
    ["createHelpers", "getRequiredEnv", ...providers.map((name) => `create${name}OAuthConfig`)]
      .sort(),
  );
});

Deno.test("the types of the originals have their names here", () => {
  // The compiler checks the names; the values only keep it from calling them unused.
  const handlers: WebSocketHandlers = { open() {} };
  const options: WebSocketUpgradeOptions = { idleTimeout: 1, protocol: "x" };
  const filter: [IpFilterRules, IpFilterOptions] = [{ denyList: [] }, {}];
  const props: [HeadProps, PartialProps] = [{}, { name: "x", mode: "append" }];
  const aes: AesGcmOptions = {};
  const names: [DigestAlgorithm, DigestAlgorithmObject, DigestAlgorithmName] = [
    "MD5",
    { name: "SHAKE128", length: 8 },
    "BLAKE3",
  ];
  assert.ok([handlers, options, filter, props, aes, names].every((value) => value !== undefined));
});
