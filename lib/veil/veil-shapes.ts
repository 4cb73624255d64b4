// What stored veils look like.
import { flag, instant, listOf, record, text, word } from "../kernel/shape.ts";
import type { Veil, VeilActor, VeilStep } from "./veil.ts";

const step = record<VeilStep>({
  type: word(["set", "lifted"]),
  at: instant,
  by: record<VeilActor>({ kind: word(["self", "staff", "system"]), name: text }),
  reason: text,
});

/** A veil. */
export const veilShape = record<Veil>({
  id: text,
  kind: word(["customer", "driver"]),
  marks: listOf(text),
  isSet: flag,
  steps: listOf(step),
});
