// The providers customers sign in with: their addresses, and what each says of a person. Pure.
import { z } from "zod";
import { readEmailAddress } from "../../forms/email-address.ts";
import type { ProvedIdentity } from "./identity.ts";

/** In addresses and settings. */
export const PROVIDER_IDS = ["google", "microsoft", "facebook", "github"] as const;

/** One of them. */
export type ProviderId = typeof PROVIDER_IDS[number];

/** A provider. */
export interface Provider {
  id: ProviderId;
  label: string;
  authorize: string;
  token: string;
  scope: readonly string[];
  /** What is asked with the access token, in this order. */
  userInfo: readonly string[];
  /** True when it says of addresses whether they were shown to be their owner's. */
  verifies: boolean;
  /** Reads the answers; undefined when they are none. */
  read(answers: readonly unknown[]): Said | undefined;
}

/** What a provider says of a person. */
export type Said = Pick<ProvedIdentity, "subject" | "name" | "address" | "isAddressVerified">;

const subject = z.string().min(1).max(255);
const words = z.string().catch("");

const google = z.tuple([
  z.object({ sub: subject, name: words, email: words, email_verified: z.boolean().catch(false) }),
]);
const microsoft = z.tuple([z.object({ sub: subject, name: words, email: words })]);
const facebook = z.tuple([z.object({ id: subject, name: words, email: words })]);
const github = z.tuple([
  z.object({ id: z.int().positive(), name: words, login: words }),
  z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() })),
]);

/** All of them, in the order they are offered. */
export const PROVIDERS: readonly Provider[] = [
  {
    id: "google",
    label: "Google",
    authorize: "https://accounts.google.com/o/oauth2/v2/auth",
    token: "https://oauth2.googleapis.com/token",
    scope: ["openid", "email", "profile"],
    userInfo: ["https://openidconnect.googleapis.com/v1/userinfo"],
    verifies: true,
    read(answers) {
      const [said] = google.safeParse(answers).data ?? [];
      return said && person(said.sub, said.name, said.email, said.email_verified);
    },
  },
  {
    id: "microsoft",
    label: "Microsoft",
    authorize: "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    token: "https://login.microsoftonline.com/common/oauth2/v2.0/token",
    scope: ["openid", "email", "profile"],
    userInfo: ["https://graph.microsoft.com/oidc/userinfo"],
    // Whoever runs a tenant of their own writes any address into it ("nOAuth").
    verifies: false,
    read(answers) {
      const [said] = microsoft.safeParse(answers).data ?? [];
      return said && person(said.sub, said.name, said.email, false);
    },
  },
  {
    id: "facebook",
    label: "Facebook",
    authorize: "https://www.facebook.com/v17.0/dialog/oauth",
    token: "https://graph.facebook.com/v17.0/oauth/access_token",
    scope: ["public_profile", "email"],
    userInfo: ["https://graph.facebook.com/v17.0/me?fields=id,name,email"],
    // It says nothing of whether an address was confirmed.
    verifies: false,
    read(answers) {
      const [said] = facebook.safeParse(answers).data ?? [];
      return said && person(said.id, said.name, said.email, false);
    },
  },
  {
    id: "github",
    label: "GitHub",
    authorize: "https://github.com/login/oauth/authorize",
    token: "https://github.com/login/oauth/access_token",
    scope: ["read:user", "user:email"],
    userInfo: ["https://api.github.com/user", "https://api.github.com/user/emails"],
    verifies: true,
    read(answers) {
      const [said, addresses = []] = github.safeParse(answers).data ?? [];
      const main = addresses.find(({ primary }) => primary);
      const name = said?.name || said?.login;
      return said &&
        person(String(said.id), name ?? "", main?.email ?? "", main?.verified ?? false);
    },
  },
];

function person(id: string, name: string, typed: string, isVerified: boolean): Said {
  const email = readEmailAddress(typed);
  const address = email.ok ? email.value : "";
  return { subject: id, name, address, isAddressVerified: isVerified && address !== "" };
}
