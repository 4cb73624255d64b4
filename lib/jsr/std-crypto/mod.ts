// `@std/crypto`: everything its entries export.
export * from "./aes-gcm.ts";
export * from "./crypto.ts";
export * from "./timing-safe-equal.ts";
