// A request that no rule needed to see: it cannot be read, or does not have the shape it must have.

/** What the answer says beside the code: enough for a program to mend its request. */
export interface RequestFacts {
  "bad-request": NoFacts;
  "body-unreadable": NoFacts;
  /** It took too long, or came in too many parts. */
  "body-too-slow": NoFacts;
  "json-malformed": NoFacts;
  "json-too-deep": { maxDepth: number };
  /** In a query, a form or a JSON document. */
  "too-many-fields": { maxFields: number };
  /** One name twice where one value is meant. */
  "name-repeated": NoFacts;
  /** `__proto__` and its like. */
  "name-forbidden": NoFacts;
  "too-many-headers": { maxHeaders: number };
  /** `accepts` is the media type that is taken. */
  "unsupported-media-type": { accepts: string };
  /** The `Host` is not one of the product's. */
  "host-unknown": NoFacts;
  "method-not-allowed": NoFacts;
  "idempotency-key-missing": { header: string };
  "idempotency-key-too-long": { header: string; maxCharacters: number };
  "too-large": { maxKibibytes: number };
  "address-too-long": { maxCharacters: number };
  /** There is more to do than this process can. */
  overloaded: { retryAfterSeconds: number };
  /** One person or network asked for more than its share. */
  "too-many-requests": { retryAfterSeconds: number };
  "cross-origin": NoFacts;
  "not-found": NoFacts;
  /** `field` is the first of `errors`. */
  invalid: { field: string; errors: readonly InvalidField[] };
}

/** Every way a request can be refused before a rule looks at it. */
export type RequestErrorCode = keyof RequestFacts;

/** Codes that need nothing said about them. */
type NoFacts = Readonly<Record<never, never>>;

/** A field that does not fit. Some codes say more: a limit, what is accepted, what there is to choose from. */
export interface InvalidField {
  /** The names from the outside in, joined by dots: `from.words`; `body` for the whole of it. */
  field: string;
  code: string;
}

/** Thrown at the edge; compare `code`, never the message. */
export class RequestError<Code extends RequestErrorCode = RequestErrorCode> extends Error {
  override name = "RequestError";
  constructor(
    readonly code: Code,
    /** Never what was sent: it may be personal, and the answer may be logged elsewhere. */
    readonly facts: RequestFacts[Code],
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** The refusal of fields, the first of them first; with no field to name it is about the whole body. */
export function invalidFields(errors: readonly InvalidField[]): RequestError<"invalid"> {
  return new RequestError("invalid", { field: errors[0]?.field ?? "body", errors });
}
