// The families of data requests.
import { text } from "../kernel/shape.ts";
import { family } from "../kv/family.ts";
import type { DataRequest, DataRequestEvent } from "./data-request.ts";
import { dataRequestEventShape, dataRequestShape } from "./data-request-shapes.ts";

/** Families of this room. */
export const privacyKeys = {
  dataRequest: family<[id: string], DataRequest>("dataRequest", {
    privacy: "C3",
    subject: "person",
    kept: { until: "erased" },
    shape: dataRequestShape,
  }),
  /** What happened to a request, in order. */
  dataRequestEvent: family<[id: string, version: number], DataRequestEvent>("dataRequestEvent", {
    privacy: "C3",
    subject: "person",
    kept: { until: "erased" },
    shape: dataRequestEventShape,
  }),
  /** The requests of a person, a number or an address, by its keyed mark. */
  dataRequestByMark: family<[mark: string, id: string], string>("dataRequestByMark", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    shape: text,
  }),
  /** The open request of its type, by the keyed mark: who asks twice at once meets on it. */
  openDataRequest: family<[mark: string, type: string], string>("openDataRequest", {
    privacy: "C2",
    subject: "person",
    kept: { until: "done" },
    shape: text,
  }),
  /** Open requests by the last day they may be answered on, a date in Sweden. */
  dataRequestByDue: family<[dueOn: string, id: string], string>("dataRequestByDue", {
    privacy: "C1",
    subject: "nobody",
    kept: { until: "done" },
    shape: text,
  }),
} as const;
