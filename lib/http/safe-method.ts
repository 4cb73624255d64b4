// Methods that change nothing, RFC 9110 section 9.2.1: what guards against forged changes may let pass.

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** True for a method that only reads. */
export function isSafe(method: string): boolean {
  return SAFE_METHODS.has(method);
}
