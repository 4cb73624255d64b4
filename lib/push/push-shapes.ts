// What stored subscriptions look like.
import { instant, number, record, text, word } from "../kernel/shape.ts";
import type { SealedText } from "../security/sealed-text.ts";
import type { BookingSubscriptions } from "./subscription.ts";

/** The browsers that follow a booking. */
export const subscriptionsShape = record<BookingSubscriptions>({
  sealed: record<SealedText>({ seal: word(["aes-256-gcm/1"]), iv: text, ciphertext: text }),
  count: number,
  endsAt: instant,
});
