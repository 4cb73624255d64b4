// The bundler runs in a process of its own; this decides how long.
import { stop } from "esbuild";

let users = 0;

/** Runs `work`, and ends the bundler's process when nobody else is using it. */
export async function withBundler<T>(work: () => Promise<T>): Promise<T> {
  users++;
  try {
    return await work();
  } finally {
    if (--users === 0) await stop();
  }
}
