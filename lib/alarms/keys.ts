// The families of alarms on their way out.
import { family } from "../kv/family.ts";
import { gatheringShape, messageShape, resultShape } from "./alarm-shapes.ts";
import { type Gathering, MESSAGE_KEPT_MS, type StoredMessage } from "./alarm.ts";
import type { OutletName } from "./outlet.ts";
import type { OutletResult } from "./outlet-result.ts";

/** Families of this room. */
export const alarmKeys = {
  /** Messages to whoever must look; the feed they are made of is kept for two days. */
  message: family<[id: string], StoredMessage>("alarmMessage", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "expiry", atMostMs: MESSAGE_KEPT_MS },
    endsMs: ({ at }) => Date.parse(at) + MESSAGE_KEPT_MS,
    shape: messageShape,
  }),
  /** The newest message. */
  gathering: family<[], Gathering>("alarmGathering", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: gatheringShape,
  }),
  /** How it went last at each outlet. */
  result: family<[outlet: OutletName], OutletResult>("alarmOutlet", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "erased" },
    shape: resultShape,
  }),
} as const;
