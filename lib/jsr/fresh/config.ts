// Settings of an application.

/** Settings of an application. */
export interface FreshConfig {
  root?: string;
  /** Path prefix of every route, such as `/app`. */
  basePath?: string;
  mode?: "development" | "production";
  /** Believe `x-forwarded-proto` and `x-forwarded-host`; only behind a proxy that sets them. */
  trustProxy?: boolean;
}

/** The settings of an application with every default filled in. */
export interface ResolvedFreshConfig {
  root: string;
  basePath: string;
  mode: "development" | "production";
  trustProxy: boolean;
}

/** Options of `app.listen()`. */
export type ListenOptions =
  & Partial<Deno.ServeTcpOptions & Deno.TlsCertifiedKeyPem>
  & { remoteAddress?: string };
