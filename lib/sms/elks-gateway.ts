// Hands text messages to a service that speaks as 46elks does: 46elks.se/docs/send-sms. A form by POST, a user and a
// password; the answer names the message and what it costs.
import { z } from "zod";
import { GatewayError } from "../errors/gateway-error.ts";
import type { Dependency } from "../resilience/dependency.ts";
import type { Answer } from "../resilience/download.ts";
import type { Sms } from "./sms.ts";

/** How long the service may take, in milliseconds. */
const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 65_536;

/** Who is asked. */
export interface ElksAccount {
  /** `https://api.46elks.com/a1/sms`. */
  url: string;
  user: string;
  password: string;
}

/** What handing over needs. */
export interface ElksOptions {
  account: ElksAccount;
  /** Who it comes from: a name of up to eleven letters and digits, or a number. */
  from: string;
  dependency: Pick<Dependency, "ask">;
}

/** What the service said of a message it took, or why it does not take it. */
export type ElksAnswer =
  | { isTaken: true; reference: string; costOre: number | null }
  | { isTaken: false; status: number };

/** Hands one over; undefined when the service is left alone. Throws GatewayError when nobody knows what became of it. */
export type SendByElks = (
  sms: Sms,
  reportUrl: string | null,
) => Promise<ElksAnswer | undefined>;

/** Makes the function that hands over. */
export function elksSender({ account, from, dependency }: ElksOptions): SendByElks {
  const { url, user, password } = account;
  const credentials = new TextEncoder().encode(`${user}:${password}`).toBase64();
  return (sms, reportUrl) => {
    const form = new URLSearchParams({ from, to: sms.to, message: sms.text });
    if (sms.isFlash) form.set("flashsms", "yes");
    if (reportUrl !== null) form.set("whendelivered", reportUrl);
    return dependency.ask({
      url,
      body: form.toString(),
      headers: {
        authorization: `Basic ${credentials}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_ANSWER_BYTES,
      read: readAnswer,
    });
  };
}

/** `cost` is in ten thousandths of the account's currency, which is kronor. */
const taken = z.object({
  id: z.string().regex(/^[\w-]{1,100}$/),
  cost: z.number().min(0).optional(),
});

function readAnswer({ status, text }: Answer): ElksAnswer {
  if (status < 200 || status > 299) return { isTaken: false, status };
  const parsed = taken.safeParse(jsonOf(text));
  if (!parsed.success) throw new GatewayError("sms", "SMS answer cannot be read", false);
  const { id, cost } = parsed.data;
  return {
    isTaken: true,
    reference: id,
    costOre: cost === undefined ? null : Math.ceil(cost / 100),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GatewayError("sms", "SMS answer is no JSON", false, { cause });
  }
}
