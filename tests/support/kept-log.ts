// A log that is kept instead of written: expected lines stay off the terminal, and tests read the records.
import { type Clock, systemClock } from "../../lib/kernel/clock.ts";
import { type Logger, type LogLevel, type LogRecord, makeLogger } from "../../lib/kernel/log.ts";

/** A log and all that was written to it. */
export interface KeptLog {
  log: Logger;
  records: LogRecord[];
}

/** A log for one test, with everything down to `debug`. */
export function keptLog(clock: Clock = systemClock): KeptLog {
  const records: LogRecord[] = [];
  return {
    log: makeLogger({ clock, write: (record) => void records.push(record), least: "debug" }),
    records,
  };
}

/** The records of a level, as they were written. */
export function recordsOf(records: readonly LogRecord[], level: LogLevel): LogRecord[] {
  return records.filter((record) => record.level === level);
}
