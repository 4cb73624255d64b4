// Browser-safe. Signals, for pages that pass them to islands.
export { computed, signal } from "@preact/signals";
