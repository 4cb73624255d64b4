// Tells of critical failures that the database does not take: the way by the feed is closed then, and that is what must be
// told. Kept in memory; once the database takes them, the usual alarm follows.
import { ALARM_AGAIN_MS } from "../incidents/incident-rules.ts";
import type { IncidentLog } from "../incidents/incident-log.ts";
import type { Clock } from "../kernel/clock.ts";
import type { AlarmMessage, StoredMessage } from "./alarm.ts";
import { alarmOfWaiting, withAlarms } from "./alarm-rules.ts";
import type { AlarmOutlet } from "./outlet.ts";

/** How long a failure waits for the database before it is told without it, in milliseconds: a lock passes sooner. */
export const UNWRITTEN_MS = 20_000;

/** What telling needs. */
export interface UnwrittenDeps {
  incidents: Pick<IncidentLog, "criticalWaiting">;
  outlets: readonly AlarmOutlet[];
  clock: Clock;
}

/** One trouble with the database: what is told of it, and who has not taken that yet. */
interface Trouble {
  message: AlarmMessage;
  toldMs: number;
  left: ReadonlySet<AlarmOutlet>;
}

/** Those of one process. */
export class UnwrittenAlarms {
  readonly #deps: UnwrittenDeps;
  #trouble: Trouble | null = null;

  constructor(deps: UnwrittenDeps) {
    this.#deps = deps;
  }

  /** Tells of what has waited too long, of the same no sooner than the usual way would. */
  async round(): Promise<void> {
    const { incidents, outlets, clock } = this.#deps;
    const nowMs = clock.now().epochMilliseconds;
    const waiting = incidents.criticalWaiting()
      .filter(({ oldest }) => nowMs - Date.parse(oldest.at) >= UNWRITTEN_MS);
    const [first] = waiting;
    if (first === undefined) return void (this.#trouble = null);
    if (this.#trouble === null || nowMs - this.#trouble.toldMs >= ALARM_AGAIN_MS) {
      const at = clock.now().toString();
      const id = `unwritten-${nowMs.toString(36)}-${first.oldest.fingerprint}`;
      const empty: StoredMessage = { id, at, isTrial: false, alarms: [], more: 0, isSealed: true };
      const message = withAlarms(empty, waiting.map(alarmOfWaiting));
      const left = new Set(outlets.filter(({ takesAlarms }) => takesAlarms));
      this.#trouble = { message, toldMs: nowMs, left };
    }
    this.#trouble = { ...this.#trouble, left: await this.#tell(this.#trouble) };
  }

  async #tell({ message, left }: Trouble): Promise<Set<AlarmOutlet>> {
    const deliveries = await Promise.all([...left].map(async (outlet) => ({
      outlet,
      delivery: await outlet.send(message),
    })));
    return new Set(
      deliveries.filter(({ delivery }) => !delivery.isAccepted).map(({ outlet }) => outlet),
    );
  }
}
