// Keys as Stripe keeps them: the first answer is said again, a failure of its own too; a key with other parameters is
// refused, and one whose request is still under way. docs.stripe.com/api/idempotent_requests.
import { StripeRefusal } from "./objects.ts";

/** What is answered. */
export interface Answered {
  status: number;
  body: unknown;
  isReplayed?: boolean;
}

/** Longest key. */
const MAX_KEY_LENGTH = 255;

/** The keys of one run. */
export class IdempotencyKeys {
  readonly #kept = new Map<string, { request: string; answer: Answered | null }>();

  /** Answers a request, or says again what was answered. `request` is what it asks for, as text. */
  async once(key: string | null, request: string, answer: () => Promise<Answered>) {
    if (key === null) return await answer();
    if (key.length > MAX_KEY_LENGTH) throw refusal(400, "Keys have 255 characters at most");
    const known = this.#kept.get(key);
    if (known !== undefined && known.request !== request) {
      throw refusal(
        400,
        "Keys can only be used with the same parameters they were first used with",
      );
    }
    if (known?.answer === null) {
      throw refusal(409, "Another request with this key is under way", "idempotency_key_in_use");
    }
    if (known !== undefined) return { ...known.answer, isReplayed: true };
    this.#kept.set(key, { request, answer: null });
    try {
      const answered = structuredClone(await answer());
      this.#kept.set(key, { request, answer: answered });
      return answered;
    } catch (error) {
      // Nothing was begun: the same key may be tried again.
      this.#kept.delete(key);
      throw error;
    }
  }

  /** A day is over. */
  forget(): void {
    this.#kept.clear();
  }
}

function refusal(status: number, message: string, code?: string): StripeRefusal {
  return new StripeRefusal(status, {
    ...{ type: "idempotency_error", message },
    ...(code === undefined ? {} : { code }),
  });
}
