// This very machine, by the names and numbers it has for itself.

/** True for a host that is never left: `localhost`, `127.0.0.1`, `::1`, `[::1]`. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}
