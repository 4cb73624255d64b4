// Builds services floor by floor: each room is given what stands below it, so one that names a service from
// above does not type-check.

/** Services so far; `add` puts a room on top. */
export class Floors<Below extends object> {
  constructor(readonly services: Below) {}

  /** The services with those of one more room. */
  add<Own extends object>(room: (below: Below) => Own): Floors<Below & Own> {
    return new Floors({ ...this.services, ...room(this.services) });
  }
}
