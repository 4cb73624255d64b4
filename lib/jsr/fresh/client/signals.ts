// Signals, for pages that pass them to islands.
// Only so that this script needs the same modules as all others, which makes them one file.
export { jsx } from "preact/jsx-runtime";
export { computed, signal } from "@preact/signals";
