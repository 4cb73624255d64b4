// Keeps the log's lines from the terminal.

/** What was logged meanwhile; the console is as before once it is disposed of. */
export interface QuietLog extends Disposable {
  infos: string[];
  errors: string[];
}

/** Takes the log away from the terminal until it is disposed of. */
export function quietLog(): QuietLog {
  const { info, error } = console;
  const infos: string[] = [];
  const errors: string[] = [];
  console.info = (...parts: unknown[]) => void infos.push(parts.map(String).join(" "));
  console.error = (...parts: unknown[]) => void errors.push(parts.map(String).join(" "));
  return { infos, errors, [Symbol.dispose]: () => void Object.assign(console, { info, error }) };
}
