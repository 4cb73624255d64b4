// WebSockets: the types of the interface, and the part of it that is not here yet.

/** What an application does with the events of a socket. */
export interface WebSocketHandlers {
  open?(socket: WebSocket): void;
  message?(socket: WebSocket, event: MessageEvent): void;
  close?(socket: WebSocket, code: number, reason: string): void;
  error?(socket: WebSocket, event: Event | ErrorEvent): void;
}

/** Settings of an upgrade. */
export interface WebSocketUpgradeOptions {
  /** Seconds without an answer to a ping after which the socket is closed. */
  idleTimeout?: number;
  protocol?: string;
}

const EVENTS = ["open", "message", "close", "error"] as const;

/** `given` when it is options; handlers, which would never be called, throw. */
export function upgradeOptions(
  given: WebSocketHandlers | WebSocketUpgradeOptions,
): WebSocketUpgradeOptions {
  if (!areHandlers(given)) return given;
  throw new TypeError(
    "ctx.upgrade(handlers) is not implemented: call ctx.upgrade(), listen on its socket and return its response",
  );
}

function areHandlers(
  given: WebSocketHandlers | WebSocketUpgradeOptions,
): given is WebSocketHandlers {
  return EVENTS.some((event) => event in given);
}
