// The one error class that carries an HTTP status.

/** The statuses of errors and their reason phrases. */
const STATUS_TEXT = {
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  407: "Proxy Authentication Required",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  411: "Length Required",
  412: "Precondition Failed",
  413: "Content Too Large",
  414: "URI Too Long",
  415: "Unsupported Media Type",
  416: "Range Not Satisfiable",
  417: "Expectation Failed",
  418: "I'm a teapot",
  421: "Misdirected Request",
  422: "Unprocessable Entity",
  423: "Locked",
  424: "Failed Dependency",
  426: "Upgrade Required",
  428: "Precondition Required",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  451: "Unavailable For Legal Reasons",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
  505: "HTTP Version Not Supported",
  506: "Variant Also Negotiates",
  507: "Insufficient Storage",
  508: "Loop Detected",
  510: "Not Extended",
  511: "Network Authentication Required",
} as const;

/** A status that says that a request failed. */
export type ErrorStatus = keyof typeof STATUS_TEXT;

/** Thrown anywhere below a handler to answer with `status`; error pages receive it as `error`. */
export class HttpError extends Error {
  /** The HTTP status the response will have. */
  status: ErrorStatus;

  constructor(status: ErrorStatus, message: string = "", options?: ErrorOptions) {
    super(message, options);
    // Written out, because a bundler may have renamed the class.
    this.name = new.target === HttpError ? "HttpError" : new.target.name;
    this.status = status;
  }
}

/** The text shown for `error` when there is no error page: its message, else the reason phrase. */
export function httpErrorText(error: HttpError): string {
  return error.message || STATUS_TEXT[error.status];
}
