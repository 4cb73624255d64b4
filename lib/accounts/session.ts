// A signed-in operator. Accounts arrive later; the session is already theirs to keep.

/** A server-side session; the browser holds only a secret whose hash names it. */
export interface OperatorSession {
  /** SHA-256 of the cookie's secret, URL-safe base64. */
  id: string;
  /** Whom events name as the operator. */
  operatorName: string;
  createdAt: string;
  /** Ends after this much silence … */
  idleExpiresAt: string;
  /** … and at the latest here. */
  absoluteExpiresAt: string;
  /** Secret half of the anti-forgery token. */
  csrfSecret: string;
}
