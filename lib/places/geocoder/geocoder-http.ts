// What both geocoders over HTTP share: the call, and reading an answer piece by piece.
import { z } from "zod";
import { GatewayError } from "../../errors/gateway-error.ts";
import type { AskOutside } from "../../resilience/download.ts";
import type { SwedenOutline } from "../sweden.ts";

/** Where the service is and who asks. */
export interface GatewayOptions {
  /** For example `https://photon.example.se`; the path of the question is appended. */
  baseUrl: string;
  ask: AskOutside;
  sweden: SwedenOutline;
  /** Names the product to the service: `Avanti (+https://avanti.example)`. */
  userAgent: string;
  /** Milliseconds until a call is given up; default GEOCODER_TIMEOUT_MS. */
  timeoutMs?: number;
}

/** A form waits for it, and our own places stand in. */
export const GEOCODER_TIMEOUT_MS = 1_500;
/** Eight addresses are a few kilobytes. */
export const MAX_GEOCODER_BYTES = 200_000;

/** A text the service may leave out; null and numbers ("11") occur too. */
export const text = z.preprocess(
  (value) => typeof value === "number" ? String(value) : value ?? undefined,
  z.string().max(1_000).optional().catch(undefined),
);

/** A coordinate, written as a number or as text. */
export function coordinate(limit: number) {
  return z.union([z.number(), z.string().regex(/^-?\d{1,3}(\.\d{1,20})?$/).transform(Number)])
    .pipe(z.number().min(-limit).max(limit));
}

/**
 * Asks for JSON of this shape, undefined while the service is left alone; throws GatewayError when it fails or answers
 * something else.
 */
export async function askJson<Shape>(
  { baseUrl, ask, userAgent, timeoutMs = GEOCODER_TIMEOUT_MS }: GatewayOptions,
  path: string,
  query: Readonly<Record<string, string>>,
  shape: z.ZodType<Shape>,
): Promise<Shape | undefined> {
  return await ask({
    timeoutMs,
    url: `${baseUrl.replace(/\/+$/, "")}/${path}?${new URLSearchParams(query)}`,
    headers: { "user-agent": userAgent, accept: "application/json" },
    maxBytes: MAX_GEOCODER_BYTES,
    read: ({ status, text }) => parseAs(shape, status, text),
  });
}

function parseAs<Shape>(shape: z.ZodType<Shape>, status: number, text: string): Shape {
  try {
    return shape.parse(JSON.parse(text));
  } catch (error) {
    const message = `Geocoder status ${status} with an unreadable answer`;
    throw new GatewayError("geocoder", message, false, { cause: error });
  }
}

/** The pieces that have the right shape and say something, at most `max`; one bad piece spoils no other. */
export function readEach<Shape, Read>(
  pieces: readonly unknown[],
  shape: z.ZodType<Shape>,
  max: number,
  read: (piece: Shape) => Read | undefined,
): Read[] {
  const found: Read[] = [];
  for (const piece of pieces) {
    if (found.length >= max) break;
    const parsed = shape.safeParse(piece);
    const value = parsed.success ? read(parsed.data) : undefined;
    if (value !== undefined) found.push(value);
  }
  return found;
}
