// Browser-safe. The one error class that carries an HTTP status.

/** Reason phrases for the statuses the framework itself answers with. */
const STATUS_TEXT: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  416: "Range Not Satisfiable",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** Thrown anywhere below a handler to answer with `status`; error pages receive it as `error`. */
export class HttpError extends Error {
  /** The HTTP status the response will have. */
  readonly status: number;

  constructor(status: number, message: string = "", options?: ErrorOptions) {
    super(message, options);
    this.name = "HttpError";
    this.status = status;
  }
}

/** The text shown for `error` when there is no error page: its message, else the reason phrase. */
export function httpErrorText(error: HttpError): string {
  return error.message || STATUS_TEXT[error.status] || `Error ${error.status}`;
}
