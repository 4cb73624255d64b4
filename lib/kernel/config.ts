// The settings of one process, read once from the environment. Nothing else looks at the environment.
import { z } from "zod";

/** `local` makes demo values and says so; `production` refuses to start without its secrets. */
const MODES = ["local", "production"] as const;

const schema = z.object({
  mode: z.enum(MODES).default("local"),
  host: z.string().min(1).default("127.0.0.1"),
  port: z.string().regex(/^\d{1,5}$/, "not a port number").transform(Number)
    .pipe(z.int().max(65_535, "not a port number")).default(8000),
  /** ":memory:", a file, or a KV Connect URL. */
  database: z.string().min(1).default("data/avanti.sqlite"),
  /** Where people reach the product; links are built on it. */
  origin: z.url({ protocol: /^https?$/ }).optional(),
  /** At least 32 bytes in base64; every key is derived from it. */
  secret: z.base64({ abort: true }).refine(
    (text) => Uint8Array.fromBase64(text).length >= 32,
    "under 32 bytes",
  )
    .optional(),
  /** Base address of an OSRM service, for example http://127.0.0.1:5000. */
  osrmUrl: z.url({ protocol: /^https?$/ }).optional(),
});

/** The settings, frozen. */
export type Config = Readonly<z.infer<typeof schema>>;

/** Which variable of the environment sets what. */
export const ENVIRONMENT: Readonly<Record<keyof Config, string>> = {
  mode: "AVANTI_MODE",
  host: "AVANTI_HOST",
  port: "PORT",
  database: "AVANTI_DATABASE",
  origin: "AVANTI_ORIGIN",
  secret: "AVANTI_SECRET",
  osrmUrl: "AVANTI_OSRM_URL",
};

/** What is wrong with the settings, one line a variable. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/** Parses the environment. Throws ConfigError that names every variable that is wrong or missing. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const named = Object.entries(ENVIRONMENT).map(([name, variable]) => {
    return [name, environment[variable] || undefined];
  });
  const result = schema.safeParse(Object.fromEntries(named));
  if (!result.success) {
    const lines = result.error.issues.map((issue) => {
      const name = issue.path[0] as keyof Config;
      return `${ENVIRONMENT[name]} cannot be used: ${issue.message}`;
    });
    throw new ConfigError(lines.join("\n"));
  }
  const missing = result.data.mode === "production"
    ? (["secret", "origin"] as const).filter((name) => result.data[name] === undefined)
    : [];
  if (missing.length > 0) {
    const names = missing.map((name) => ENVIRONMENT[name]).join(", ");
    throw new ConfigError(`Missing in production: ${names}`);
  }
  return Object.freeze(result.data);
}

/** The environment of this process. */
export function processEnvironment(): Record<string, string> {
  return Deno.env.toObject();
}

/** Where people reach the product. */
export function originOf(config: Config): string {
  return config.origin ?? `http://localhost:${config.port}`;
}

/** True when cookies may carry the Secure flag: people reach the product over https. */
export function secureCookies(config: Config): boolean {
  return originOf(config).startsWith("https:");
}
