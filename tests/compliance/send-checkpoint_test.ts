// The mail of each day bears witness by itself: what is in it, saved as it came, is enough to check the log with.
import assert from "node:assert/strict";
import { runRoomJobs } from "../../lib/assembly/work.ts";
import { openCheckpoint } from "../../lib/audit/checkpoint.ts";
import { notesIn } from "../../lib/audit/kept-checkpoints.ts";
import { noteVerifier } from "../../lib/audit/signed-note.ts";
import { beginCheckpoint, sendCheckpoint } from "../../lib/compliance/send-checkpoint.ts";
import { anAuditEntry } from "../support/audit-entries.ts";
import { mailServer } from "../support/mail-server.ts";
import { testServices } from "../support/services.ts";

Deno.test("each day the newest checkpoint is mailed once to whom the settings name, and its mail alone checks it", async () => {
  await using server = await mailServer();
  await using test = await testServices({
    environment: {
      AVANTI_SMTP: `smtp://127.0.0.1:${server.port}`,
      AVANTI_MAIL_FROM: "dataskydd@avanti.example",
      AVANTI_REPORT_MAIL: "revisor@example.se,arkiv@example.se",
    },
  });
  const { services, clock } = test;
  await beginCheckpoint(services);
  await runRoomJobs(services);
  assert.equal(server.mails.length, 0, "nothing was signed yet");
  const index = await anAuditEntry(services, { personId: "P", why: "" });
  await beginCheckpoint(services);
  await beginCheckpoint(services);
  await runRoomJobs(services);
  assert.equal(server.mails.length, 1);
  clock.advance({ hours: 24 });
  await beginCheckpoint(services);
  await runRoomJobs(services);
  assert.equal(server.mails.length, 2);
  const [{ to, raw, read } = assert.fail()] = server.mails;
  assert.deepEqual(to, ["revisor@example.se", "arkiv@example.se"]);
  const [note = ""] = notesIn(raw);
  const key = /^ {2}(\S+\+[0-9a-f]{8}\+\S+)$/m.exec(read.text ?? "")?.[1] ?? "";
  assert.equal(key, services.auditSigner.verifierKey);
  assert.equal(openCheckpoint(note, noteVerifier(key)).size, Number(index) + 1);
});

Deno.test("without a mail server nobody is mailed, and nothing fails", async () => {
  await using test = await testServices();
  await sendCheckpoint(test.services, { date: "2026-11-27" });
});
