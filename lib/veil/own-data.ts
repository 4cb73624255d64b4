// What of this room is somebody's own: since when and until when their identity was protected, and who asked for it.
import type { OwnData } from "../kernel/own-data.ts";
import type { VeilStore } from "./veil-store.ts";

/** The family. */
export function veilOwnData({ veils }: { veils: Pick<VeilStore, "all"> }): OwnData[] {
  return [{
    family: "veil",
    fields: { at: "instant", what: "text", by: "text", protected: "flag" },
    sources: ["you", "company"],
    recipients: ["none"],
    async *rows({ marks, driverId }) {
      const own = new Set([...marks, ...(driverId === null ? [] : [`driver/${driverId}`])]);
      for (const { isSet, steps, marks: known } of await veils.all()) {
        if (!known.some((mark) => own.has(mark))) continue;
        for (const { at, type, by } of steps) {
          const who = by.kind === "self" ? "you" : by.kind === "staff" ? "company" : "product";
          yield { at, what: type, by: who, protected: isSet };
        }
      }
    },
  }];
}
