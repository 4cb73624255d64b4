// What a setting is: one variable of the environment, its shape, its default, and what the README says of it.
// Each room has its own rows; assembly joins them and is the only one to look at the environment.
import type { z } from "zod";

/** One setting. */
export interface Setting<Value> {
  /** The variable of the environment. */
  variable: string;
  /** From the variable's text to the value. */
  schema: z.ZodType<Value, string>;
  /** What holds when the variable is absent or empty. */
  absent: Value;
  /** Production refuses to start without it. */
  isRequiredInProduction?: true;
  /** Variables any of which may stand in its place then. */
  mayStandInstead?: readonly string[];
  /** The row of the README: the default and the meaning. */
  readme: { default: string; means: string };
}

/** Declares a setting. */
export function setting<Value>(row: Setting<Value>): Setting<Value> {
  return row;
}

/** Settings by the names programs have for them. */
export type SettingRows = Readonly<Record<string, Setting<unknown>>>;

/** The values of some settings. */
export type SettingValues<Rows extends SettingRows> = {
  [Name in keyof Rows]: Rows[Name] extends Setting<infer Value> ? Value : never;
};

/** What is wrong with the settings, one line a variable. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/**
 * Reads the rows' variables. Throws ConfigError that names every variable that cannot be used, or every one that
 * `isProduction` misses; no line repeats a value, which may be a secret.
 */
export function readSettings<Rows extends SettingRows>(
  rows: Rows,
  environment: Readonly<Record<string, string | undefined>>,
  isProduction: (values: SettingValues<Rows>) => boolean,
): SettingValues<Rows> {
  const wrong: string[] = [];
  const entries = Object.entries(rows).map(([name, { variable, schema, absent }]) => {
    const text = environment[variable];
    if (text === undefined || text === "") return [name, absent];
    const parsed = schema.safeParse(text);
    if (parsed.success) return [name, parsed.data];
    wrong.push(`${variable} cannot be used: ${parsed.error.issues[0]?.message}`);
    return [name, absent];
  });
  if (wrong.length > 0) throw new ConfigError(wrong.join("\n"));
  const values = Object.fromEntries(entries) as SettingValues<Rows>;
  const missing = isProduction(values) ? missingIn(rows, environment) : [];
  if (missing.length > 0) throw new ConfigError(`Missing in production: ${missing.join(", ")}`);
  return values;
}

function missingIn(
  rows: SettingRows,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  return Object.values(rows)
    .filter(({ variable, isRequiredInProduction, mayStandInstead = [] }) =>
      isRequiredInProduction && ![variable, ...mayStandInstead].some((name) => environment[name])
    )
    .map(({ variable }) => variable);
}
