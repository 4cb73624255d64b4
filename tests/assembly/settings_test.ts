import assert from "node:assert/strict";
import { loadConfig, secureCookies, SETTINGS } from "../../lib/assembly/settings.ts";
import { ConfigError } from "../../lib/kernel/settings.ts";
import { ROOT } from "../support/module-graph.ts";

const SECRET = Uint8Array.from({ length: 32 }, (_, i) => i * 7).toBase64();
const PRODUCTION = {
  AVANTI_MODE: "production",
  AVANTI_SECRET: SECRET,
  AVANTI_ORIGIN: "https://avanti.example",
  AVANTI_KEKS: `1:${Uint8Array.from({ length: 32 }, (_, i) => i * 11).toBase64()}`,
};

/** Values that each variable must refuse. */
const WRONG: Readonly<Record<string, readonly string[]>> = {
  AVANTI_MODE: ["prod", "LOCAL", "toString"],
  PORT: ["-1", "65536", "80.5", "http", "NaN", "Infinity", "0x50", "1e3", " 80"],
  AVANTI_ORIGIN: [
    ...["avanti.example", "ftp://avanti.example", "javascript:alert(1)", "/"],
    ...["https://avanti.example/app", "https://avanti.example//", "https://avanti.example/?a=1"],
    ...["https://avanti.example/#top", "https://maja@avanti.example", "https://a:b@avanti.example"],
  ],
  AVANTI_SECRET: ["short", "!!!", `${SECRET}é`, new Uint8Array(31).toBase64(), "A"],
  AVANTI_KEKS: [
    ...[SECRET, `0:${SECRET}`, `1:${SECRET},`, `1:${SECRET},2:${SECRET}`, `01:${SECRET}`],
    ...[`1:${new Uint8Array(31).toBase64()}`, `1:!!!`, `1000001:${SECRET}`, `-1:${SECRET}`],
    `1:${SECRET},1:${new Uint8Array(32).toBase64()}`,
  ],
  AVANTI_KMS_URL: ["keys.example", "ftp://keys.example", "https://a:b@keys.example/"],
  AVANTI_KMS_TOKEN: ["två ord", "a b", "x".repeat(1_001)],
  AVANTI_OSRM_URL: ["127.0.0.1:5000x", "file:///etc/passwd"],
  AVANTI_GEOCODER_URL: ["photon.example", "ftp://photon.example", "javascript:alert(1)"],
  AVANTI_GEOCODER_KIND: ["google", "Photon"],
  AVANTI_SMTP: [
    ...["mail.example", "http://mail.example", "smtp://", "smtp://maja@mail.example:587"],
    ...["smtps://:x@mail.example", "smtps://mail.example/in", "smtps://mail.example?x=1"],
  ],
  AVANTI_MAIL_FROM: ["larm", "Larm <larm@avanti.example>", "larm@avanti.example\nBcc: x@y.se"],
  AVANTI_ALARM_WEBHOOK: ["hooks.example/x", "ftp://hooks.example", "https://a:b@hooks.example/"],
  AVANTI_ALARM_FORMAT: ["slack", "Teams"],
  AVANTI_ALARM_SECRET: ["short", "whsec_", "!!!", new Uint8Array(31).toBase64()],
  AVANTI_ALARM_MAIL: ["jour", "jour@avanti.example,", "a@b.se;c@d.se", "a@b.se\nBcc: x@y.se"],
  AVANTI_SENTRY_DSN: ["abc", "https://errors.example/7", "https://abc@errors.example/projekt"],
  AVANTI_SMS: [
    "api.46elks.com",
    "https://api.46elks.com/a1/sms",
    "ftp://a:b@sms.example/",
    "https://a@b.se/",
  ],
  AVANTI_SMS_FROM: ["Avanti Göteborg", "46701234567", "+0701", "1Avanti", "A", "TaxiGoteborg2"],
  AVANTI_SMS_PRICES: [
    "46=0.5/500",
    "+46=0,5/500",
    "+46=0.5",
    "+46=1/2,+46=1/2",
    "+46=1/2,",
    "+=1/2",
  ],
  AVANTI_SMS_DAY: ["-1", "1.5", "kr", "10000000"],
  AVANTI_OPEN_HOSTS: ["http://localhost:9000", "localhost:9000,", "a b", "localhost:", "@x"],
  AVANTI_RELEASE: ["my release", "a".repeat(101)],
  AVANTI_LOG_LEVEL: ["loud", "INFO"],
};

for (const [variable, values] of Object.entries(WRONG)) {
  for (const value of values) {
    Deno.test(`loadConfig() refuses ${variable}=${value} and names the variable`, () => {
      const lines = complaint({ [variable]: value }).split("\n");
      assert(
        lines.length >= 1 && lines.every((line) => line.startsWith(`${variable} cannot be used`)),
      );
    });
  }
}

Deno.test("loadConfig() names every wrong variable at once, one line each", () => {
  const text = complaint({ AVANTI_MODE: "x", PORT: "x", AVANTI_ORIGIN: "x", AVANTI_SECRET: "!" });
  for (const variable of ["AVANTI_MODE", "PORT", "AVANTI_ORIGIN", "AVANTI_SECRET"]) {
    assert.match(text, new RegExp(`^${variable} cannot be used: .+$`, "m"));
  }
});

Deno.test("production refuses to start without its secret and its origin, and names what is missing", () => {
  assert.equal(
    complaint({ AVANTI_MODE: "production" }),
    "Missing in production: AVANTI_ORIGIN, AVANTI_SECRET, AVANTI_KEKS",
  );
  assert.match(complaint({ ...PRODUCTION, AVANTI_SECRET: "" }), /production: AVANTI_SECRET$/);
  assert.equal(loadConfig(PRODUCTION).secret, SECRET);
});

Deno.test("production refuses addresses without https, guessable secrets and a database in memory", () => {
  const unfit = (name: string, values: readonly string[]) => {
    for (const value of values) {
      const text = complaint({ ...PRODUCTION, [name]: value });
      assert.match(text, new RegExp(`^${name} cannot be used in production: `), value);
      assert.equal(text.includes("\n"), false, value);
      loadConfig({ [name]: value });
    }
  };
  unfit("AVANTI_ORIGIN", ["http://avanti.example", "http://localhost:8000", "HTTP://10.0.0.7"]);
  unfit("AVANTI_SECRET", [
    ...["\0", "A", "0123456789abcdef", "secret"].map((part) => btoa(part.repeat(32))),
    btoa("The quick brown fox jumps over the lazy dog"),
  ]);
  unfit("AVANTI_KEKS", [`2:${btoa("A".repeat(32))}`, `2:${SECRET},1:${btoa("\0".repeat(32))}`]);
  unfit("AVANTI_DATABASE", [":memory:"]);
  unfit("AVANTI_ALARM_WEBHOOK", ["http://hooks.example/7", "http://10.0.0.7/hooks"]);
  unfit("AVANTI_ALARM_SECRET", [btoa("A".repeat(32))]);
  unfit("AVANTI_SENTRY_DSN", ["http://abc@errors.example/7"]);
  for (let i = 0; i < 1_000; i++) {
    const secret = crypto.getRandomValues(new Uint8Array(32)).toBase64();
    loadConfig({ ...PRODUCTION, AVANTI_SECRET: secret });
  }
});

Deno.test("key-encryption keys come from one source, and production starts with any of them", () => {
  const { AVANTI_KEKS, ...others } = PRODUCTION;
  const file = { AVANTI_KEKS_FILE: "/run/secrets/keks.json" };
  const kms = {
    AVANTI_KMS_URL: "https://keys.example/v1/secret/data/avanti",
    AVANTI_KMS_TOKEN: "t",
  };
  for (const source of [{ AVANTI_KEKS }, file, kms]) loadConfig({ ...others, ...source });
  assert.equal(complaint(others), "Missing in production: AVANTI_KEKS");
  assert.match(complaint({ ...PRODUCTION, ...file }), /^AVANTI_KEKS, AVANTI_KEKS_FILE cannot be/);
  const { AVANTI_KMS_URL } = kms;
  assert.match(complaint({ ...others, AVANTI_KMS_URL }), /it needs AVANTI_KMS_TOKEN$/);
  const plain = { ...others, ...kms, AVANTI_KMS_URL: "http://10.0.0.7/keys" };
  assert.match(complaint(plain), /^AVANTI_KMS_URL cannot be used in production: /);
});

Deno.test("key-encryption keys are read by version, the first one is current, and no complaint repeats one", () => {
  const other = Uint8Array.from({ length: 32 }, (_, i) => i * 13).toBase64();
  const { keks } = loadConfig({ AVANTI_KEKS: `2:${SECRET}, 1:${other}` });
  assert.deepEqual([keks?.current, keks?.keys.get(1)?.toBase64()], [2, other]);
  assert.equal(keks?.keys.get(2)?.toBase64(), SECRET);
  for (const wrong of [`1:${SECRET}é`, `x:${SECRET}`, `1:${SECRET},2:${SECRET}`]) {
    assert.equal(complaint({ AVANTI_KEKS: wrong }).includes(SECRET), false);
  }
});

Deno.test("production calls nothing inside that others have named", () => {
  const open = { AVANTI_OPEN_HOSTS: "localhost:9000, 127.0.0.1:9000" };
  assert.deepEqual(loadConfig(open).openHosts, ["localhost:9000", "127.0.0.1:9000"]);
  const text = complaint({ ...PRODUCTION, ...open });
  assert.match(text, /^AVANTI_OPEN_HOSTS cannot be used in production: /);
});

Deno.test("production takes receivers in a network of the company's own, and on this machine", () => {
  for (const url of ["https://10.0.0.7/hooks", "http://127.0.0.1:9093/", "http://[::1]:9093/"]) {
    assert.equal(loadConfig({ ...PRODUCTION, AVANTI_ALARM_WEBHOOK: url }).alarmWebhook, url);
  }
});

Deno.test("mail for alarms without a server or a sender is refused in any mode: it would never arrive", () => {
  const mail = { AVANTI_ALARM_MAIL: "jour@avanti.example" };
  const whole = {
    ...mail,
    AVANTI_SMTP: "smtps://mail.example",
    AVANTI_MAIL_FROM: "larm@avanti.example",
  };
  for (const missing of ["AVANTI_SMTP", "AVANTI_MAIL_FROM"]) {
    for (const mode of [{}, PRODUCTION]) {
      const text = complaint({ ...mode, ...whole, [missing]: "" });
      assert.match(text, /^AVANTI_ALARM_MAIL cannot be used: it needs/);
    }
  }
  assert.deepEqual(loadConfig(whole).alarmMail, ["jour@avanti.example"]);
});

Deno.test("a mail server is read with its port, its user, and a password of any characters", () => {
  const serverOf = (url: string) => loadConfig({ AVANTI_SMTP: url }).smtp;
  assert.deepEqual(serverOf("smtps://larm%40avanti.example:p%20%2F%C3%A5+%25@Mail.Example"), {
    ...{ host: "mail.example", port: 465, isTlsFromStart: true },
    ...{ user: "larm@avanti.example", password: "p /å+%" },
  });
  assert.deepEqual(serverOf("smtp://[::1]:2525"), {
    ...{ host: "::1", port: 2525, isTlsFromStart: false, user: "", password: "" },
  });
  assert.equal(serverOf("smtp://mail.example")?.port, 587);
});

Deno.test("a secret for alarms is read as receivers of Standard Webhooks keep it, with its prefix or without", () => {
  for (const text of [SECRET, `whsec_${SECRET}`]) {
    const { alarmSecret } = loadConfig({ AVANTI_ALARM_SECRET: text });
    assert.equal(alarmSecret?.toBase64(), SECRET);
  }
});

Deno.test("local mode needs nothing: an empty environment, or empty values, give the defaults", () => {
  const empty = Object.fromEntries(Object.values(SETTINGS).map(({ variable }) => [variable, ""]));
  assert.deepEqual(loadConfig(empty), loadConfig({}));
  const { mode, host, port, database } = loadConfig({});
  assert.deepEqual([mode, host, port, database], [
    "local",
    "127.0.0.1",
    8000,
    "data/avanti.sqlite",
  ]);
});

Deno.test("no complaint repeats the value of a variable: it may be a secret", () => {
  const secret = "not-base64-but-very-secret!";
  assert.equal(complaint({ AVANTI_SECRET: secret }).includes(secret), false);
});

Deno.test("the settings are frozen", () => {
  assert.equal(Object.isFrozen(loadConfig({})), true);
});

Deno.test("the origin is written as browsers send it, and cookies are secure where it is https", () => {
  assert.equal(loadConfig({ PORT: "8123" }).origin, "http://localhost:8123");
  assert.equal(secureCookies(loadConfig({})), false);
  const written = {
    "https://avanti.example": "https://avanti.example",
    "https://avanti.example/": "https://avanti.example",
    "https://avanti.example:443": "https://avanti.example",
    "HTTPS://AVANTI.example/": "https://avanti.example",
    "http://127.0.0.1:80/": "http://127.0.0.1",
    "http://127.0.0.1:8001": "http://127.0.0.1:8001",
    "https://åkare.example": "https://xn--kare-poa.example",
  };
  for (const [text, origin] of Object.entries(written)) {
    const config = loadConfig({ AVANTI_ORIGIN: text });
    assert.equal(config.origin, origin, text);
    assert.equal(secureCookies(config), origin.startsWith("https:"), text);
  }
});

Deno.test("the README lists every setting with its default and its meaning, and no other", async () => {
  const readme = await Deno.readTextFile(`${ROOT}README.md`);
  const [, section = ""] = readme.split("\n## Settings\n");
  const rows = section.split("\n## ")[0]?.split("\n").filter((line) => line.startsWith("| `"));
  const cells = rows?.map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  const expected = Object.values(SETTINGS).map(({ variable, readme }) => [
    `\`${variable}\``,
    readme.default,
    readme.means,
  ]);
  assert.deepEqual(cells, expected);
});

function complaint(environment: Record<string, string>): string {
  try {
    loadConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message;
  }
  return assert.fail("The settings were accepted");
}
