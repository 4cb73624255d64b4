// The power of one process of the product: after so many steps it is cut, before or after what the step does, and nothing that
// process still tries has any effect. A step is a commit, or a question to a service of others.
import type { Database } from "../../../lib/kv/open.ts";
import { Dependencies, type DependenciesOptions } from "../../../lib/resilience/dependencies.ts";
import type { Dependency, DependencyOptions } from "../../../lib/resilience/dependency.ts";

/** What a process without power hears of everything it tries. */
export class PowerCut extends Error {
  constructor() {
    super("the power is cut");
  }
}

/** Most steps that are waited for one of a name. */
const MOST_WAITED = 60;

/** One process's. */
export class Power {
  isOff = false;
  /** What it was cut at: `after POST /v1/refunds`; "" while it is on. */
  cutAt = "";
  #left: number;
  readonly #at: RegExp;

  /** Cut after so many steps, at the first that is named so, or a while later at any; Infinity: never. */
  constructor(steps: number, at = /./) {
    this.#left = steps;
    this.#at = at;
  }

  /** Throws when it is off. */
  assertOn(): void {
    if (this.isOff) throw new PowerCut();
  }

  /** Does a step, or dies before or after it. */
  async step<Result>(name: () => string, call: () => Promise<Result>): Promise<Result> {
    this.#pass("before", name);
    const result = await call();
    this.#pass("after", name);
    return result;
  }

  #pass(when: "before" | "after", name: () => string): void {
    this.assertOn();
    if (--this.#left >= 0) return;
    const at = `${when} ${name()}`;
    if (this.#left > -MOST_WAITED && !this.#at.test(at)) return;
    this.isOff = true;
    this.cutAt = at;
    throw new PowerCut();
  }
}

/** The database as a process with this power reaches it; closing it leaves it open for the next. */
export function poweredDatabase(db: Database, power: Power): Database {
  const kv = powered(db.write, power);
  return {
    ...db,
    write: kv,
    read: db.read === db.write ? kv : powered(db.read, power),
    close() {},
  };
}

/** Services of others as such a process asks them. */
export class PoweredDependencies extends Dependencies {
  readonly #power: Power;

  constructor(power: Power, options: DependenciesOptions) {
    super(options);
    this.#power = power;
  }

  override open(options: DependencyOptions): Dependency {
    const dependency = super.open(options);
    const { ask } = dependency;
    const asking: Dependency["ask"] = (question) => {
      const name = () => `${question.body === undefined ? "GET" : "POST"} ${kindOf(question.url)}`;
      return this.#power.step(name, () => ask(question));
    };
    return Object.defineProperty(dependency, "ask", { value: asking });
  }
}

/** The path without ids. */
function kindOf(url: string): string {
  return new URL(url).pathname.replaceAll(/\/[a-z_]+_\d\w+/g, "/:id");
}

function powered(kv: Deno.Kv, power: Power): Deno.Kv {
  return new Proxy(kv, {
    get(target, name) {
      if (name === "atomic") return () => poweredAtomic(target.atomic(), power);
      const own: unknown = Reflect.get(target, name, target);
      if (typeof own !== "function") return own;
      return (...given: unknown[]) => {
        power.assertOn();
        const call = () => Reflect.apply(own, target, given);
        return name === "set" || name === "delete"
          ? power.step(() => `${name} ${familyOf(given[0])}`, call)
          : call();
      };
    },
  });
}

/** Says by the families it writes which commit it is. */
function poweredAtomic(operation: Deno.AtomicOperation, power: Power): Deno.AtomicOperation {
  const families = new Set<string>();
  const { set, commit } = operation;
  operation.set = (key, value, options) => {
    families.add(familyOf(key));
    return set.call(operation, key, value, options);
  };
  operation.commit = () =>
    power.step(() => `commit of ${[...families].sort()}`, () => commit.call(operation));
  return operation;
}

function familyOf(key: unknown): string {
  return Array.isArray(key) ? String(key[0]) : "";
}
