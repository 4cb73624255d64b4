// What the stored places of people look like.
import { number, record, text, word } from "../kernel/shape.ts";
import type { SealedText } from "../security/sealed-text.ts";
import type { OwnPlaces } from "./own-place.ts";

/** The places of a person. */
export const ownPlacesShape = record<OwnPlaces>({
  sealed: record<SealedText>({ seal: word(["aes-256-gcm/1"]), iv: text, ciphertext: text }),
  count: number,
});
