// What failed in a page, read from the event the browser tells it by.
import { knownWords, positionsIn, type ScriptPosition } from "../../trail/fault-text.ts";
import { NAME_SHAPE } from "../../trail/trail-shapes.ts";

/** What the framework says of an island that failed. */
export interface IslandFailure {
  error: unknown;
  island: string;
  /** The comment behind the island. */
  end: Comment;
}

/** A failure as it is sent. */
export interface PageFault {
  /** The event's: `error`, `unhandledrejection`, `island-failed`. */
  told: string;
  island: string;
  /** The class of what was thrown. */
  type: string;
  message: string;
  positions: ScriptPosition[];
}

/** Every event that may tell of a failure: of an island, of a promise, of running or fetching a script. */
type FaultEvent =
  & { detail?: IslandFailure; reason?: unknown; target: { src?: string } }
  & Partial<ErrorEvent>;

/** The failure an event tells of; null for what is not of our scripts: extensions, images, cross-fades. */
export function faultOf(event: Event): PageFault | null {
  const { detail, reason, error, target, filename, lineno, colno } = event as FaultEvent;
  const { name = "", message, stack } = Object(detail?.error ?? reason ?? error) as Partial<Error>;
  const positions = positionsIn(`${stack}\n${filename}:${lineno}:${colno}\n${target.src}:0:0`);
  return (detail || positions[0])
    ? {
      told: event.type,
      island: detail?.island ?? "",
      type: NAME_SHAPE.test(name) ? name : "",
      message: knownWords(`${message}`),
      positions,
    }
    : null;
}
