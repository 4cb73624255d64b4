// Turns serialised props back into values; loaded only by pages that need it.
import { unflatten } from "devalue";
import type { IslandModule } from "./island-module.ts";

/** The props of all islands; `flags` as in the page data. */
export async function revive(
  flat: unknown,
  flags: number,
  instances: [number, string][],
  modules: Promise<IslandModule>[],
): Promise<Record<string, unknown>[]> {
  const [signals, slots] = await Promise.all([
    flags & 2 ? import("./signals.ts") : null,
    flags & 4 ? import("./slots.ts") : null,
  ]);
  let props: Record<string, unknown>[] = [];
  const toVNode = slots && slots.slotReader(instances, await Promise.all(modules), () => props);
  const revivers = {
    Signal: ([value]: [unknown]) => signals!.signal(value),
    Computed: ([value]: [unknown]) => signals!.computed(() => value),
    Slot: (id: number) => toVNode!(id - 1),
  };
  props = flags & 1
    ? unflatten(flat as unknown[], revivers as Parameters<typeof unflatten>[1])
    : flat as Record<string, unknown>[];
  return props;
}
