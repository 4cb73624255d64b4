// Who is handed something equals where the product can call: compared with every setting, every dependency, and every
// address that stands in the code.
import assert from "node:assert/strict";
import { loadConfig, SETTINGS } from "../../lib/assembly/settings.ts";
import { listProcessors } from "../../lib/compliance/list-processors.ts";
import { KNOWN_PARTIES, WAYS_OUT } from "../../lib/compliance/processor.ts";
import { isPushService } from "../../lib/push/push-service-rules.ts";
import { DEPENDENCY_NAMES } from "../../lib/resilience/dependency.ts";
import { filesBelow, ROOT } from "../support/module-graph.ts";

/** One address of each kind that a setting may hold; the host is what the list must then show. */
const ADDRESSES = [
  "https://out.example/x",
  "https://user:password@out.example/x",
  "smtps://user:password@out.example:465",
  "https://key@out.example/7",
  "https://out.example",
];
/** Settings that take such words and lead nowhere outside. */
const NO_WAY_OUT: Readonly<Record<string, string>> = {
  AVANTI_HOST: "where the server itself listens",
  AVANTI_ORIGIN: "where people reach it",
  AVANTI_MAIL_TOKEN: "a secret for AVANTI_MAIL_URL",
  AVANTI_KMS_TOKEN: "a secret for AVANTI_KMS_URL",
  AVANTI_KEKS_FILE: "a file of this machine",
  AVANTI_GOOGLE_CLIENT_SECRET: "a secret",
  AVANTI_MICROSOFT_CLIENT_SECRET: "a secret",
  AVANTI_FACEBOOK_CLIENT_SECRET: "a secret",
  AVANTI_GITHUB_CLIENT_SECRET: "a secret",
};
/** Files that open connections; another one is another way out. */
const DOORS = [
  "lib/http-out/dns-gateway.ts",
  "lib/http-out/pinned-gateway.ts",
  "lib/mail/smtp-gateway.ts",
  "lib/resilience/download.ts",
];

Deno.test("every setting that takes an address is a way out of the list, and every variable of the list a setting", () => {
  const taking = Object.values(SETTINGS)
    .filter(({ schema }) => ADDRESSES.some((text) => schema.safeParse(text).success))
    .map(({ variable }) => variable)
    // A list of issuers is JSON, and its addresses stand within.
    .concat("AVANTI_OIDC").filter((variable) => !(variable in NO_WAY_OUT));
  const listed = WAYS_OUT.flatMap(({ variables }) => variables);
  assert.deepEqual([...taking].sort(), [...listed].sort());
});

Deno.test("every dependency the product asks is a way out, and no other", () => {
  const listed = WAYS_OUT.flatMap(({ dependency }) => dependency ?? []);
  // A mail server, one over HTTP too, is the dependency `smtp`.
  assert.deepEqual([...new Set(listed)].sort(), [...DEPENDENCY_NAMES].sort());
});

Deno.test("connections are opened in the files that are written here, and in no others", async () => {
  const opening: string[] = [];
  for (const path of filesBelow("lib", /\.ts$/)) {
    // What runs in browsers asks our own server alone (content policy).
    if (/^lib\/(jsr|ui)\//.test(path)) continue;
    const text = await Deno.readTextFile(ROOT + path);
    if (
      /\bfetch\(|Deno\.(connect|startTls)|node:(net|tls|dns|https?)\b|from "nodemailer\/lib\/smtp-connection"/
        .test(text)
    ) {
      opening.push(path);
    }
  }
  assert.deepEqual(opening.sort(), [...DOORS].sort());
});

Deno.test("every host in the code of providers and push services belongs to a company of the table, and back", async () => {
  const provider = await Deno.readTextFile(`${ROOT}lib/accounts/identity/provider.ts`);
  const hosts = [...provider.matchAll(/"https:\/\/([a-z0-9.-]+)/g)].map(([, host]) => host ?? "");
  assert.notEqual(hosts.length, 0);
  const push = listProcessors(loadConfig({}), []).filter(({ wayOut }) => wayOut === "push")
    .map(({ host }) => host);
  const all = [...hosts, ...push];
  const partyOf = (host: string) =>
    KNOWN_PARTIES.find(({ ending }) => host === ending || host.endsWith(`.${ending}`));
  assert.deepEqual(all.filter((host) => partyOf(host) === undefined), []);
  const used = new Set(all.map(partyOf));
  assert.deepEqual(KNOWN_PARTIES.filter((party) => !used.has(party)), []);
});

Deno.test("the push services that are listed are those that are asked, each of them", () => {
  for (const { wayOut, host } of listProcessors(loadConfig({}), [])) {
    if (wayOut !== "push") continue;
    assert.equal(
      isPushService(`https://${host}/x`, []) || isPushService(`https://a.${host}/x`, []),
      true,
      host,
    );
  }
});

Deno.test("each setting that is set shows its host, and one that is not shows none", () => {
  const none = listProcessors(loadConfig({}), []).filter(({ wayOut }) => wayOut !== "push");
  assert.deepEqual(none, []);
  const config = loadConfig({
    AVANTI_DATABASE: "https://kv.example/x",
    AVANTI_OSRM_URL: "https://osrm.example/x",
    AVANTI_GEOCODER_URL: "https://geo.example/x",
    AVANTI_SMTP: "smtps://u:p@mail.example:465",
    AVANTI_MAIL_FROM: "a@b.example",
    AVANTI_SMS: "https://u:p@sms.example/x",
    AVANTI_ALARM_WEBHOOK: "https://alarm.example/x",
    AVANTI_SENTRY_DSN: "https://key@sentry.example/7",
    ...{ AVANTI_KMS_URL: "https://keys.example/x", AVANTI_KMS_TOKEN: "t" },
    AVANTI_CACHE: "redis://cache.example:6379",
    ...{ AVANTI_EDGE: "varnish", AVANTI_EDGE_URL: "https://edge.example/x" },
    AVANTI_GITHUB_CLIENT_ID: "client",
    AVANTI_OIDC: JSON.stringify([
      {
        id: "entra",
        label: "E",
        issuer: "https://login.example",
        clientId: "c",
        clientSecret: "s",
      },
    ]),
  });
  const listed = listProcessors(config, ["hook.example"]).filter(({ wayOut }) => wayOut !== "push");
  assert.deepEqual(listed.map(({ wayOut, host }) => `${wayOut} ${host}`), [
    "database kv.example",
    "osrm osrm.example",
    "geocoder geo.example",
    "mail mail.example",
    "sms sms.example",
    "provider github.com",
    "provider api.github.com",
    "employer-sign-in login.example",
    "subscriber hook.example",
    "alarm-webhook alarm.example",
    "sentry sentry.example",
    "keys keys.example",
    "cache cache.example",
    "edge edge.example",
  ]);
});

Deno.test("what was agreed stands beside the host; what was not is said to be missing", () => {
  const sms = { AVANTI_SMS: "https://u:p@sms.example/x" };
  const before = listProcessors(loadConfig(sms), []).find(({ wayOut }) => wayOut === "sms");
  assert.deepEqual(before?.missing, ["name", "transfer", "contract"]);
  const agreed = {
    ...{ host: "sms.example", name: "Sms AB", country: "SE", transfer: "eea" },
    contractDate: "2026-02-01",
  };
  const config = loadConfig({ ...sms, AVANTI_AGREEMENTS: JSON.stringify([agreed]) });
  const after = listProcessors(config, []).find(({ wayOut }) => wayOut === "sms");
  assert.deepEqual(after, { ...agreed, wayOut: "sms", role: "processor", missing: [] });
});

Deno.test("who decides for themselves is asked for no contract of a processor", () => {
  const [google] = listProcessors(loadConfig({ AVANTI_GOOGLE_CLIENT_ID: "c" }), [])
    .filter(({ wayOut }) => wayOut === "provider");
  assert.deepEqual([google?.name, google?.country, google?.missing], ["Google LLC", "US", [
    "transfer",
  ]]);
});
