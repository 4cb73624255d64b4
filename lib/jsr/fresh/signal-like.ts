// Telling signals from other values without loading the signals package.

// The brand that @preact/signals gives every signal; importing the package would load it for
// applications that have no signals.
const SIGNAL_BRAND = Symbol.for("preact-signals");

/** What serialisation needs of a signal. */
export interface SignalLike {
  peek(): unknown;
}

/** Whether `value` is a signal, computed ones included. */
export function isSignal(value: unknown): value is SignalLike {
  return typeof value === "object" && value !== null && "brand" in value &&
    value.brand === SIGNAL_BRAND;
}

/** Whether a signal is computed: those have no setter for their value. */
export function isComputed(signal: SignalLike): boolean {
  const prototype = Object.getPrototypeOf(signal);
  return Object.getOwnPropertyDescriptor(prototype, "value")?.set === undefined;
}
