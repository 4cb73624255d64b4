// Reads a calendar file the way RFC 5545 says, and nothing it does not allow.
import assert from "node:assert/strict";

/** Longest line, in octets without its end, section 3.1. */
const MAX_LINE_OCTETS = 75;

/** A calendar file: its properties by name, and whether a line of it was folded. */
export interface CalendarFile {
  properties: ReadonlyMap<string, string>;
  hasFolds: boolean;
}

/** Parses a file; fails on line ends, lengths and lines the format forbids. */
export function readCalendar(bytes: Uint8Array): CalendarFile {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  assert.ok(text.endsWith("\r\n"), "the last line ends too");
  assert.equal(text.replaceAll("\r\n", "").match(/[\r\n]/), null, "every line ends in CRLF");
  for (const line of text.split("\r\n")) {
    const octets = new TextEncoder().encode(line).length;
    assert.ok(octets <= MAX_LINE_OCTETS, `${octets} octets: ${line}`);
  }
  const unfolded = text.replaceAll("\r\n ", "");
  const lines = unfolded.split("\r\n").slice(0, -1);
  const properties = lines.map((line): [string, string] => {
    const [, name, value] = /^([A-Z-]+(?:;[^:]+)?):(.*)$/.exec(line) ?? [];
    assert.ok(name !== undefined && value !== undefined, `not a property: ${line}`);
    return [name, value.replace(/\\([\\;,])/g, "$1").replaceAll("\\n", "\n")];
  });
  assert.equal(lines[0], "BEGIN:VCALENDAR");
  assert.equal(lines.at(-1), "END:VCALENDAR");
  return { properties: new Map(properties), hasFolds: text.includes("\r\n ") };
}
