// What of this room is somebody's own: what they have asked for, what became of it, and what they have said yes or no to.
import type { OwnData } from "../kernel/own-data.ts";
import type { ConsentStore } from "./consent-store.ts";
import type { LimitStore } from "./limit-store.ts";
import type { DataRequestStore } from "./data-request-store.ts";

/** What reading needs. */
export interface PrivacyOwnDataDeps {
  requests: DataRequestStore;
  consents: ConsentStore;
  limits: Pick<LimitStore, "of">;
}

/** The families. */
export function privacyOwnData({ requests, consents, limits }: PrivacyOwnDataDeps): OwnData[] {
  return [
    {
      family: "dataRequest",
      fields: {
        ...{ id: "text", type: "text", state: "text", received: "instant", due: "date" },
        ...{ wish: "text", question: "text", answer: "text", closed: "instant" },
        ...{ extensionReason: "text", refusalReason: "text" },
      },
      sources: ["you", "company"],
      recipients: ["none"],
      async *rows({ marks }) {
        for (const one of await requests.ofMarks(marks)) {
          const { id, type, state, wish, question, answer, extensionReason } = one;
          yield {
            ...{ id, type, state, received: one.receivedAt, due: one.dueOn, wish, question },
            ...{ answer, closed: one.closedAt, extensionReason },
            // Until a second person has decided, it is a thought of the first.
            refusalReason: state === "refused" ? one.refusalReason : "",
          };
        }
      },
    },
    {
      family: "dataRequestEvent",
      fields: { request: "text", at: "instant", what: "text", by: "text", state: "text" },
      sources: ["you", "company", "product"],
      recipients: ["none"],
      async *rows({ marks }) {
        for (const { id } of await requests.ofMarks(marks)) {
          for (const { at, type, by, state } of await requests.events(id)) {
            if (type === "note" || type === "propose-refusal") continue;
            const who = by.kind === "subject" ? "you" : by.kind === "staff" ? "company" : "product";
            yield { request: id, at, what: type, by: who, state };
          }
        }
      },
    },
    {
      family: "consentRecord",
      fields: {
        ...{ at: "instant", purpose: "text", granted: "flag", basis: "text", dataTypes: "text" },
        ...{ surface: "text", language: "text", title: "text", text: "text" },
      },
      sources: ["you"],
      recipients: ["none"],
      async *rows({ marks }) {
        for (const record of await consents.ofMarks(marks)) {
          const { at, purpose, granted, basis, dataTypes, surface, locale: language } = record;
          const shown = await consents.textOf(record);
          yield {
            ...{ at, purpose, granted, basis, dataTypes: dataTypes.join(" "), surface, language },
            ...{ title: shown?.title ?? "", text: shown?.text ?? "" },
          };
        }
      },
    },
    limitData(limits),
  ];
}

function limitData(limits: PrivacyOwnDataDeps["limits"]): OwnData {
  return {
    family: "subjectLimits",
    fields: {
      what: "text",
      purpose: "text",
      since: "instant",
      until: "instant",
      request: "text",
    },
    sources: ["you"],
    recipients: ["none"],
    async *rows({ marks: [mark = ""] }) {
      const { restriction, objections } = await limits.of(mark);
      if (restriction !== null) {
        const { since, liftsAt: until, requestId: request } = restriction;
        yield { what: "restriction", purpose: "", since, until, request };
      }
      for (const { purpose, since, requestId: request } of objections) {
        yield { what: "objection", purpose, since, until: null, request };
      }
    },
  };
}
