// The variables of the environment that a provider's configuration is made of.

/** The value of a variable. Throws Error when it is not set. */
export function getRequiredEnv(key: string): string {
  const value = Deno.env.get(key);
  if (value === undefined) throw new Error(`"${key}" environment variable must be set`);
  return value;
}
