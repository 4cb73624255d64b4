// What a million distinct keys take: held by the cache, by the bare library and by nobody, so that V8's own part is seen.
import { HOLDERS, type MemoryTaken } from "./memory-child.ts";

const MEGABYTES = 64;
/** Young objects in a megabyte, and garbage of old ones collected once they grew by a tenth. */
const SMALL_HEAP = ",--max-semi-space-size=1,--heap-growing-percent=10,--initial-old-space-size=16";

/** Prints each, in a process of its own; true where what the cache holds is within the setting and a fifth of it. */
export async function measureMemory(): Promise<boolean> {
  const taken = async (holder: string, flags = ""): Promise<MemoryTaken> => {
    const child = new URL("./memory-child.ts", import.meta.url).pathname;
    const v8 = `--v8-flags=--expose-gc${flags}`;
    const args = ["run", "-A", "--no-check", v8, "--lock=tests/deno.lock", child];
    const command = new Deno.Command(Deno.execPath(), {
      args: [...args, holder, String(MEGABYTES)],
    });
    return JSON.parse(new TextDecoder().decode((await command.output()).stdout));
  };
  let isKept = true;
  for (const [name, flags] of [["as V8 does", ""], ["a small heap", SMALL_HEAP]] as const) {
    for (const holder of HOLDERS) {
      const { entries, charged, heap, committed, rss } = await taken(holder, flags);
      const [held, grew, asked, resident] = [charged, heap, committed, rss].map((figure) =>
        `${figure.toFixed(0)} MB`
      );
      console.info(
        `${name}, ${holder}: ${entries} entries charged ${held}, heap ${grew} once collected, ` +
          `V8 had ${asked} at most, RSS grew ${resident}`,
      );
      if (holder === "ours" && heap > MEGABYTES * 1.2) isKept = false;
    }
  }
  return isKept;
}
