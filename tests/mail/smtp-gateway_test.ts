// Mails handed to a real mail server: over TLS, signed in, within their time, and left alone when it says so.
import assert from "node:assert/strict";
import type { SMTPServerOptions } from "npm:smtp-server@3.21.6";
import type { HandedMail, Mail } from "../../lib/mail/mail.ts";
import { smtpMailer, type SmtpOptions } from "../../lib/mail/smtp-gateway.ts";
import { AttemptFailure } from "../../lib/resilience/attempt-failure.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { makeCertificate } from "../support/certificate.ts";
import { keptLog } from "../support/kept-log.ts";
import { mailServer } from "../support/mail-server.ts";

const FROM = { address: "larm@avanti.example", name: "Avanti" };
const MAIL: Mail = {
  ...{ id: "m1", at: "2026-11-23T05:00:00Z", to: ["jour@avanti.example"] },
  ...{ subject: "Prov på räkning", text: "Hej på dig\n", isAutomatic: true },
};
const certificate = await makeCertificate();
const OPEN: SMTPServerOptions = { disabledCommands: ["AUTH", "STARTTLS"] };
const WITH_TLS: SMTPServerOptions = { ...certificate, disabledCommands: [], authOptional: true };
/** Takes one user, and no password unless it is encrypted. */
const WITH_USER: SMTPServerOptions = {
  ...certificate,
  disabledCommands: [],
  onAuth: ({ username, password }, _, callback) =>
    password === "l@rm/%" ? callback(null, { user: username }) : callback(new Error("no")),
};

Deno.test("a mail is handed over on an encrypted connection, by whoever the server knows", async () => {
  const { handed, mails } = await send(WITH_USER, { user: "avanti", password: "l@rm/%" });
  assert.deepEqual(handed, { accepted: MAIL.to, refused: [] });
  const [mail] = mails;
  assert.deepEqual([mail?.isEncrypted, mail?.user], [true, "avanti"]);
  assert.deepEqual([mail?.from, mail?.to], [FROM.address, MAIL.to]);
  assert.deepEqual([mail?.read.subject, mail?.read.text?.trim()], [MAIL.subject, "Hej på dig"]);
});

Deno.test("a server that is encrypted from the first byte is spoken to so", async () => {
  const { mails } = await send({ ...WITH_TLS, secure: true }, { isTlsFromStart: true });
  assert.equal(mails[0]?.isEncrypted, true);
});

Deno.test("a server that offers no encryption is told neither a password nor a mail", async () => {
  const options = { disabledCommands: ["STARTTLS" as const], allowInsecureAuth: true };
  let heard = "";
  const onAuth: NonNullable<SMTPServerOptions["onAuth"]> = ({ password = "" }, _, callback) => {
    heard += password;
    callback(null, { user: "avanti" });
  };
  const { error, mails } = await send({ ...options, onAuth }, { user: "avanti", password: "x" });
  assert.equal(outcomeOf(error), "failing");
  assert.deepEqual([heard, mails], ["", []]);
});

Deno.test("a certificate nobody vouches for is not believed", async () => {
  const { error, mails } = await send(WITH_TLS, {}, { authority: null });
  assert.equal(outcomeOf(error), "failing");
  assert.match(String(error), /SMTP \w*SELF_SIGNED\w*/);
  assert.deepEqual(mails, []);
});

Deno.test("on a developer's own machine a connection may stay as it is", async () => {
  const { mails } = await send(OPEN, {}, { mustEncrypt: false });
  assert.equal(mails[0]?.isEncrypted, false);
});

Deno.test("a wrong password is a failure, told without it and without what the server says", async () => {
  const { error } = await send(WITH_USER, { user: "avanti", password: "wrong-s3cr3t" });
  assert.equal(outcomeOf(error), "failing");
  assert(error instanceof AttemptFailure);
  assert.equal(error.message, "SMTP status 535");
  assert.equal(error.cause, undefined);
});

Deno.test("of several recipients those the server refuses are named, and the others have their mail", async () => {
  const to = ["jour@avanti.example", "gone@avanti.example"];
  const { handed, mails } = await send({ ...WITH_TLS, onRcptTo: refuse(550) }, {}, {}, { to });
  assert.deepEqual(handed, { accepted: [to[0]], refused: [to[1]] });
  assert.deepEqual(mails[0]?.to, [to[0]]);
});

Deno.test("when all are refused for good that is an answer, and no reason to leave the server alone", async () => {
  const to = ["gone@avanti.example"];
  const { handed, states, mails } = await send({ ...WITH_TLS, onRcptTo: refuse(550) }, {}, {}, {
    to,
  });
  assert.deepEqual(handed, { accepted: [], refused: to });
  assert.deepEqual([states[0]?.tries.answered, mails.length], [1, 0]);
});

Deno.test("a recipient who is only put off may have it later", async () => {
  const to = ["gone@avanti.example"];
  const { error } = await send({ ...WITH_TLS, onRcptTo: refuse(451) }, {}, {}, { to });
  assert.equal(outcomeOf(error), "busy");
  assert.equal(error instanceof AttemptFailure && error.message, "SMTP status 451");
});

function refuse(responseCode: number): NonNullable<SMTPServerOptions["onRcptTo"]> {
  return ({ address }, _, callback) =>
    address.startsWith("gone")
      ? callback(Object.assign(new Error("gone"), { responseCode }))
      : callback();
}

function outcomeOf(error: unknown): string | null {
  return error instanceof AttemptFailure ? error.outcome : null;
}

/** Starts a server, hands one mail over, and says what came of it on both sides. */
async function send(
  serverOptions: SMTPServerOptions,
  asWhom: Partial<SmtpOptions["server"]> = {},
  { authority = certificate.cert, ...options }: {
    authority?: string | null;
    mustEncrypt?: boolean;
  } = {},
  mail: Partial<Mail> = {},
) {
  await using server = await mailServer(serverOptions);
  using dependencies = new Dependencies({ log: keptLog().log });
  const { use } = dependencies.open({ name: "smtp", label: "SMTP", mayRetry: false });
  const at = { host: "127.0.0.1", port: server.port, isTlsFromStart: false };
  const mailer = smtpMailer({
    server: { ...at, user: "", password: "", ...asWhom },
    ...{ from: FROM, use, mustEncrypt: true, ...options },
    ...(authority === null ? {} : { authority }),
  });
  const states = () => dependencies.states();
  let handed: HandedMail | undefined;
  let error: unknown;
  try {
    handed = await mailer.send({ ...MAIL, ...mail });
  } catch (thrown) {
    error = thrown;
  }
  return { handed, error, mails: server.mails, states: states() };
}
