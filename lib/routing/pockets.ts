// Yards, parking lots and streets for residents in pockets: a trip begins or ends in one and never leads through.

interface Ends {
  from: Int32Array;
  to: Int32Array;
}

/**
 * By stretch, the number of its pocket from 1 on; 0 for roads that lead through, which all reach one another. A pocket
 * is what hangs together without crossing one of them, so each is reached and left without driving through another.
 */
export function findPockets(
  nodeCount: number,
  { from, to, isThrough }: Ends & { isThrough: Uint8Array },
): Int32Array {
  const isOpen = nodesOf(nodeCount, { from, to }, (s) => isThrough[s] === 1);
  const leader = Int32Array.from({ length: from.length }, (_, s) => s);
  const firstAt = new Int32Array(nodeCount).fill(-1);
  for (let s = 0; s < from.length; s++) {
    if (isThrough[s]) continue;
    for (const node of [from[s]!, to[s]!]) {
      if (isOpen[node]) continue;
      if (firstAt[node] === -1) firstAt[node] = s;
      else leader[leaderOf(leader, s)] = leaderOf(leader, firstAt[node]!);
    }
  }
  const numbers = new Map<number, number>();
  return Int32Array.from(from, (_, s) => {
    if (isThrough[s]) return 0;
    const first = leaderOf(leader, s);
    const number = numbers.get(first) ?? numbers.size + 1;
    numbers.set(first, number);
    return number;
  });
}

/** By node, the pocket it lies in; 0 where a road that leads through passes. */
export function nodePockets(
  nodeCount: number,
  { from, to, pocket }: Ends & { pocket: Int32Array },
): Int32Array {
  const isOpen = nodesOf(nodeCount, { from, to }, (s) => pocket[s] === 0);
  const at = new Int32Array(nodeCount);
  for (let s = 0; s < from.length; s++) {
    for (const node of [from[s]!, to[s]!]) if (!isOpen[node]) at[node] = pocket[s]!;
  }
  return at;
}

function nodesOf(nodeCount: number, { from, to }: Ends, isMeant: (s: number) => boolean) {
  const nodes = new Uint8Array(nodeCount);
  for (let s = 0; s < from.length; s++) {
    if (isMeant(s)) nodes[from[s]!] = nodes[to[s]!] = 1;
  }
  return nodes;
}

/** The first of the group `s` is in; shortens the way there for the next who asks. */
function leaderOf(leader: Int32Array, s: number): number {
  let at = s;
  while (leader[at] !== at) at = leader[at] = leader[leader[at]!]!;
  return at;
}
