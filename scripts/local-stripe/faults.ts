// Faults on demand: what may become of a request on its way, before and after its effect.

/** What becomes of one. */
export type Fault =
  | { kind: "status"; status: number }
  /** The effect is there, and 500 is said. */
  | { kind: "status-after"; status: number }
  /** Nothing is ever answered; the effect is there or not. */
  | { kind: "hang"; hasEffect: boolean }
  | { kind: "delay"; ms: number }
  /** The connection breaks after the effect. */
  | { kind: "lost" };

/** Faults to come, for requests whose method and path fit. */
export class Faults {
  #planned: { fits: RegExp; fault: Fault; left: number }[] = [];

  /** The next `times` requests that fit `METHOD /path` meet it. */
  plan(fits: RegExp, fault: Fault, times = 1): void {
    this.#planned.push({ fits, fault, left: times });
  }

  /** What a request meets, or null. */
  next(request: string): Fault | null {
    const found = this.#planned.find(({ fits, left }) => left > 0 && fits.test(request));
    if (found === undefined) return null;
    found.left--;
    return found.fault;
  }

  /** None any more. */
  clear(): void {
    this.#planned = [];
  }
}
