// What of this room is somebody's own: when a limit refused them, by which rule.
import type { OwnData } from "../kernel/own-data.ts";
import { REFUSAL_RULES } from "./refusal.ts";
import type { Refusals } from "./refusals.ts";

/** The family. */
export function securityOwnData({ refusals }: { refusals: Pick<Refusals, "ofMarks"> }): OwnData[] {
  return [{
    family: "limitRefusal",
    fields: { at: "instant", rule: "text", version: "text", counted: "number", most: "number" },
    sources: ["product"],
    recipients: ["none"],
    async *rows({ marks }) {
      for (const { rule, ...refusal } of await refusals.ofMarks(marks)) {
        yield { ...refusal, rule: REFUSAL_RULES[rule] };
      }
    },
  }];
}
