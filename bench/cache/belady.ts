// The most any cache of a size can hit: it lets go what is asked for again last (Belady 1966). It knows the future.

/** Hits of the optimum on keys of one size, with room for so many. */
export function optimalHits(keys: readonly string[], room: number): number {
  const nextOf = nextUses(keys);
  /** Held keys with their next use, and a heap of those, latest first; what no longer holds is passed over. */
  const held = new Map<string, number>();
  const heap = new LatestFirst();
  let hits = 0;
  keys.forEach((key, i) => {
    const next = nextOf[i] ?? Infinity;
    const isHit = held.has(key);
    if (isHit) hits++;
    else if (held.size >= room) {
      // What is never asked for again need not come in at all.
      let latest = heap.pop();
      while (latest !== undefined && held.get(latest.key) !== latest.at) latest = heap.pop();
      if (latest !== undefined && latest.at <= next) {
        heap.push(latest);
        return;
      }
      if (latest !== undefined) held.delete(latest.key);
    }
    held.set(key, next);
    heap.push({ key, at: next });
  });
  return hits;
}

/** Hits of one that lets go what was not used for longest, for comparison. */
export function lruHits(keys: readonly string[], room: number): number {
  const held = new Set<string>();
  let hits = 0;
  for (const key of keys) {
    if (held.delete(key)) hits++;
    held.add(key);
    if (held.size <= room) continue;
    const [oldest] = held;
    if (oldest !== undefined) held.delete(oldest);
  }
  return hits;
}

function nextUses(keys: readonly string[]): number[] {
  const seen = new Map<string, number>();
  const next: number[] = [];
  for (let i = keys.length - 1; i >= 0; i--) {
    const key = keys[i] ?? "";
    next[i] = seen.get(key) ?? Infinity;
    seen.set(key, i);
  }
  return next;
}

interface Use {
  key: string;
  at: number;
}

/** A binary heap. */
class LatestFirst {
  readonly #uses: Use[] = [];

  push(use: Use): void {
    const uses = this.#uses;
    let i = uses.length;
    uses.push(use);
    while (i > 0) {
      const above = (i - 1) >> 1;
      const parent = uses[above];
      if (parent === undefined || parent.at >= use.at) break;
      uses[i] = parent;
      i = above;
    }
    uses[i] = use;
  }

  pop(): Use | undefined {
    const uses = this.#uses;
    const [top] = uses;
    const last = uses.pop();
    if (last === undefined || uses.length === 0) return top;
    let i = 0;
    for (;;) {
      let below = 2 * i + 1;
      if (below >= uses.length) break;
      if ((uses[below + 1]?.at ?? -1) > (uses[below]?.at ?? -1)) below++;
      const child = uses[below];
      if (child === undefined || child.at <= last.at) break;
      uses[i] = child;
      i = below;
    }
    uses[i] = last;
    return top;
  }
}
