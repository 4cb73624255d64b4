// Asking whoever runs a script, and saying in a sentence why it stopped.
import { GatewayError } from "../lib/errors/gateway-error.ts";
import { actAsSystem } from "../lib/kernel/acting.ts";
import { ConfigError } from "../lib/kernel/settings.ts";

/** Ends a script: the sentence is for a person, no stack is needed. */
export class Refused extends Error {
  override name = "Refused";
}

/** True when `--yes` stands in the arguments or a person says so; a program without `--yes` is told no. */
export function isAgreed(question: string, args: readonly string[]): boolean {
  if (args.includes("--yes")) return true;
  return Deno.stdin.isTerminal() && confirm(question);
}

/** Runs a script; what a person can mend is said in a sentence, everything else keeps its stack. */
export async function runScript(script: () => Promise<void>): Promise<void> {
  try {
    await actAsSystem(`script ${scriptName(Deno.mainModule)}`, script);
  } catch (error) {
    console.error(sentence(error));
    Deno.exit(1);
  }
}

/** `load` of `file:///avanti/scripts/load.ts`: who acts, in the audit log. */
export function scriptName(module: string): string {
  return /([\w-]+)\.\w+$/.exec(module)?.[1] ?? "unknown";
}

/** Throws AddrInUse before anything is built or written. */
export function assertPortFree({ host, port }: { host: string; port: number }): void {
  Deno.listen({ hostname: host, port }).close();
}

/** True for what a person can mend without looking at the sources. */
export function isForPeople(error: unknown): boolean {
  return error instanceof Refused || error instanceof ConfigError ||
    error instanceof GatewayError || error instanceof Deno.errors.AddrInUse;
}

/** One clear sentence for what a person can mend; everything else keeps its stack. */
export function sentence(error: unknown): string {
  if (error instanceof Deno.errors.AddrInUse) {
    return "The port is taken. Stop what uses it, or choose another with PORT=8001.";
  }
  if (!(error instanceof Error)) return String(error);
  return isForPeople(error) ? error.message : error.stack ?? error.message;
}
