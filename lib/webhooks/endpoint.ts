// Where a subscriber is told what happens to bookings.
import type { SealedText } from "../security/sealed-text.ts";
import type { WebhookEvent } from "./webhook-event.ts";

/** A secret that signs, until an instant or for good. */
export interface SigningSecret {
  sealed: SealedText;
  madeAt: string;
  until: string | null;
}

/** Whether it is told anything, and why not. */
export type EndpointState =
  | { kind: "on"; since: string }
  /** Somebody switched it off, or it took nothing for days, or it said that it is gone. */
  | { kind: "off"; since: string; why: "asked" | "failing" | "gone" };

/** An endpoint. */
export interface Endpoint {
  id: string;
  url: string;
  events: readonly WebhookEvent[];
  /** Newest first. */
  secrets: readonly SigningSecret[];
  state: EndpointState;
  createdAt: string;
  /** Who made it. */
  createdBy: string;
}

/** One that was removed: what it was told of bookings lies there still. */
export interface FormerEndpoint extends Pick<Endpoint, "id" | "url" | "createdAt"> {
  removedAt: string;
}

/** How long a removed one is kept, in milliseconds: by then all it was told of is of customers who are forgotten. */
export const FORMER_KEPT_MS = 3 * 366 * 24 * 60 * 60_000;
/** Most of them that are read. */
export const MAX_FORMER_ENDPOINTS = 500;

/** Most endpoints: each is told of every booking. */
export const MAX_ENDPOINTS = 20;
/** How long a secret that was replaced still signs, in milliseconds. */
export const OLD_SECRET_MS = 24 * 60 * 60_000;
/** Most secrets that sign at once; the oldest gives way. */
export const MAX_SECRETS = 3;

/** The secrets that sign at a moment. */
export function secretsAt(endpoint: Endpoint, nowMs: number): readonly SigningSecret[] {
  return endpoint.secrets.filter(({ until }) => until === null || Date.parse(until) > nowMs);
}

/** The host, as people may see it. */
export function hostOf({ url }: Pick<Endpoint, "url">): string {
  return URL.parse(url)?.host ?? url;
}
