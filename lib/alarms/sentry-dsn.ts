// A Sentry DSN: where failures are sent, and the public key that says whose they are.

/** What a DSN says. */
export interface SentryDsn {
  /** Where envelopes are posted. */
  url: string;
  publicKey: string;
}

/** Reads `https://key@host/path/7`; null for anything else. The secret that old DSNs hold is neither needed nor sent. */
export function parseSentryDsn(text: string): SentryDsn | null {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const [, path = "", project] = /^((?:\/[\w.-]+)*)\/(\d{1,20})$/.exec(url.pathname) ?? [];
  const isWhole = project !== undefined && url.search === "" && url.hash === "";
  if (!isWhole || !/^[\w-]{1,100}$/.test(url.username)) return null;
  return { url: `${url.origin}${path}/api/${project}/envelope/`, publicKey: url.username };
}
