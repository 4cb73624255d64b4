// All detectors over one stream of events.
import type { SecurityEvent } from "../security/security-events.ts";
import { type Detector, Told } from "./detector.ts";
import type { Finding } from "./finding.ts";
import { accountGuessing, codeGuessing, credentialStuffing } from "./guessing.ts";
import { enumeration, scraping, secretProbing, sessionInTwoPlaces } from "./looking.ts";
import { type Habits, offHoursExport, unusualReading } from "./staff-habits.ts";

/** Sees events in their order and says what it finds, of one identity at most once an hour. */
export class Detectors {
  readonly #detectors: readonly Detector[];
  readonly #told = new Told();

  constructor(habits: Habits) {
    this.#detectors = [
      credentialStuffing(),
      accountGuessing(),
      codeGuessing(),
      scraping(),
      enumeration(),
      sessionInTwoPlaces(),
      // The file is looked at before the reading that comes with it counts as being at work.
      offHoursExport(habits),
      unusualReading(habits),
      secretProbing(),
    ];
  }

  /** What is found at an event. */
  see(event: SecurityEvent): Finding[] {
    return this.#detectors.flatMap((detector) => {
      const finding = detector.see(event);
      return finding === null ? [] : this.#told.once(finding) ?? [];
    });
  }
}
