// What a person can do to how they sign in.

/** One of the acts. */
export interface SecurityAct {
  name:
    | "passkey-add"
    | "passkey-rename"
    | "passkey-remove"
    | "reach"
    | "password"
    | "app"
    | "app-code"
    | "app-remove"
    | "codes"
    | "end-session"
    | "end-others";
  /** True for what would lock the person out, or let somebody else in, if it were not them. */
  needsFreshProof: boolean;
}

/** All of them. */
export const SECURITY_ACTS: readonly SecurityAct[] = [
  { name: "passkey-add", needsFreshProof: true },
  { name: "passkey-rename", needsFreshProof: false },
  { name: "passkey-remove", needsFreshProof: true },
  { name: "reach", needsFreshProof: true },
  { name: "password", needsFreshProof: true },
  { name: "app", needsFreshProof: true },
  { name: "app-code", needsFreshProof: true },
  { name: "app-remove", needsFreshProof: true },
  { name: "codes", needsFreshProof: true },
  { name: "end-session", needsFreshProof: false },
  { name: "end-others", needsFreshProof: false },
];
