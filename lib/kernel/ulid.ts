// The shape of a ULID, for whoever reads one; `ids.ts` makes them. Browsers load this.

/** Crockford's base32: digits and letters without I, L, O and U. */
export const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A ULID as part of a regular expression: 10 characters of time, 16 of chance. */
export const ULID_PATTERN = `[${CROCKFORD}]{26}`;

const WHOLE = new RegExp(`^${ULID_PATTERN}$`);

/** True for 26 characters of Crockford's base32 in upper case. */
export function isUlid(text: string): boolean {
  return WHOLE.test(text);
}
