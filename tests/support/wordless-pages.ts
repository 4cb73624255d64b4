// Pages on which nothing stands that a person wrote.

/** Pages that show nothing a person wrote. */
export const WORDLESS = new Set([
  ...["_error", "offline", "help", "prices", "privacy", "terms", "index", "(entry)/signed-out"],
  ...[
    "(entry)/fortnox-return",
    "(entry)/enter/[token]",
    "(account)/sign-in/index",
    "(account)/sign-in/code",
  ],
  ...["(account)/sign-in/confirm", "(account)/sign-in/send", "(account)/sign-in/sent"],
  ...["(account)/register", "(account)/sign-in/recover/index", "(account)/sign-in/passkey"],
  ...["(account)/sign-in/confirm", "(account)/sign-in/with/[provider]/index"],
  ...["(account)/sign-in/with/[provider]/callback", "(account)/sign-in/with/link"],
  "admin/compliance/register",
  "admin/compliance/index",
  "admin/keys/index",
  "admin/money/index",
  ...["admin/reconciliation/index", "admin/reconciliation/[date]/index"],
  "admin/driver-register/index",
  ...["(account)/sign-in/recover/[token]", "(account)/sign-in/with/staff"],
].map((page) => `routes/${page}.tsx`));
