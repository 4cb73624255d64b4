import assert from "node:assert/strict";
import { manualClock } from "../../lib/kernel/clock.ts";
import { LOG_LEVELS, type LogRecord, makeLogger, writeLines } from "../../lib/kernel/log.ts";
import { keptLog } from "../support/kept-log.ts";

const NOW = "2026-11-23T05:00:00Z";

Deno.test("a record has the time of the clock, its level, its event and its facts", () => {
  const clock = manualClock(NOW);
  const { log, records } = keptLog(clock);
  log.info("request refused", { route: "/bookings/:link", status: 404 });
  clock.advance({ seconds: 1 });
  log.error("job failed");
  assert.deepEqual(records, [
    { time: NOW, level: "info", event: "request refused", route: "/bookings/:link", status: 404 },
    { time: "2026-11-23T05:00:01Z", level: "error", event: "job failed" },
  ]);
});

Deno.test("what is less than the least level is not written", () => {
  const records: LogRecord[] = [];
  const clock = manualClock(NOW);
  const log = makeLogger({ clock, write: (record) => void records.push(record), least: "warn" });
  for (const level of ["debug", "info", "warn", "error"] as const) log[level](`said at ${level}`);
  assert.deepEqual(records.map(({ event }) => event), ["said at warn", "said at error"]);
});

Deno.test("with() puts its facts on every line, and a line may say it better", () => {
  const { log, records } = keptLog(manualClock(NOW));
  const own = log.with({ requestId: "7F3K-22QD", code: "a" }).with({ id: "B1" });
  own.warn("one");
  own.warn("two", { code: "b" });
  log.warn("three");
  assert.deepEqual(records.map(({ requestId, code, id }) => [requestId, code, id]), [
    ["7F3K-22QD", "a", "B1"],
    ["7F3K-22QD", "b", "B1"],
    [undefined, undefined, undefined],
  ]);
});

Deno.test("writeLines() writes one line of JSON a record, and sends apart what needs a person", () => {
  const lines: Record<"info" | "warn", string[]> = { info: [], warn: [] };
  const write = writeLines({
    info: (line) => void lines.info.push(line),
    warn: (line) => void lines.warn.push(line),
  });
  const log = makeLogger({ clock: manualClock(NOW), write, least: "debug" });
  log.debug("first\nline");
  log.info("second");
  log.warn("third");
  log.error("fourth", { error: new Error("line\nbreak") });
  const events = (written: string[]) => written.map((line) => JSON.parse(line).event);
  assert.deepEqual(events(lines.info), ["first\nline", "second"]);
  assert.deepEqual(events(lines.warn), ["third", "fourth"]);
  for (const line of [...lines.info, ...lines.warn]) assert.doesNotMatch(line, /\n/);
});

Deno.test("an error is written with the errors that caused it, also when it was no error or runs in a circle", () => {
  const { log, records } = keptLog();
  log.error("one", { error: new Error("too slow", { cause: new TypeError("no route to host") }) });
  log.error("two", { error: "a text" });
  const circle = new Error("circle");
  circle.cause = circle;
  log.error("three", { error: circle });
  const [one = "", two, three = ""] = records.map(({ stack }) => stack);
  assert.match(one, /^Error: too slow\n[\s\S]*log_test\.ts[\s\S]*caused by TypeError: no route/);
  assert.equal(two, "a text");
  assert(three.length <= 8_000 && three.match(/Error: circle/g)?.length === 6);
});

Deno.test("an error that quotes an address or a token leaves its host in the log and nothing else", () => {
  const { log, records } = keptLog();
  const token = "A".repeat(20) + "_-" + "z".repeat(21);
  const link = "01KAMZ8N00AVANT1TESTQ0TE01" + "c".repeat(22);
  const texts = [
    "error sending request for url (http://user:secret@osrm.example:5000/route/57.7,11.9?token=secret)",
    `GET https://avanti.example/bookings/${link} failed`,
    `unknown link ${token}`,
    `"https://secret@host/secret"`,
    "https://host?secret and https://host#secret",
  ];
  for (const text of texts) {
    log.warn("failed", { error: new Error("outer", { cause: new Error(text) }) });
  }
  const written = JSON.stringify(records);
  for (const secret of ["secret", "57.7", token, link, "c".repeat(22)]) {
    assert(!written.includes(secret), secret);
  }
  assert.match(written, /http:\/\/osrm\.example:5000\//);
  assert.match(written, /lib\/|log_test\.ts/);
});

Deno.test("there are four levels, and what only a developer asks for is not written unasked", () => {
  assert.deepEqual([...LOG_LEVELS], ["debug", "info", "warn", "error"]);
  for (const [i, least] of LOG_LEVELS.entries()) {
    const records: LogRecord[] = [];
    const write = (record: LogRecord) => void records.push(record);
    const log = makeLogger({ clock: manualClock(NOW), write, least });
    for (const level of LOG_LEVELS) log[level]("said");
    assert.deepEqual(records.map(({ level }) => level), LOG_LEVELS.slice(i));
  }
  const records: LogRecord[] = [];
  const write = (record: LogRecord) => void records.push(record);
  makeLogger({ clock: manualClock(NOW), write }).debug("said");
  assert.deepEqual(records, []);
});

Deno.test("a stack ends after eight thousand characters, and what is no error is written as text", () => {
  const { log, records } = keptLog(manualClock(NOW));
  log.error("long", { error: "x y ".repeat(3_000) });
  log.error("none", { error: null });
  log.error("caused", { error: new Error("outer", { cause: "inner" }) });
  const [long, none, caused = ""] = records.map(({ stack }) => stack);
  assert.equal(long, "x y ".repeat(2_000));
  assert.equal(none, "null");
  assert.match(caused, /\ncaused by inner$/);
  const { stack, ...record } = records[1] ?? {};
  assert.equal(stack, "null");
  assert.deepEqual(record, { time: NOW, level: "error", event: "none" });
});

Deno.test("a word of forty letters may be a secret, one of thirty-nine is none", () => {
  const { log, records } = keptLog(manualClock(NOW));
  log.error("failed", { error: `${"a".repeat(39)} ${"b".repeat(40)}` });
  assert.equal(records[0]?.stack, `${"a".repeat(39)} …`);
});
