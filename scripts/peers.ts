// `deno task peers`: builds the servers that take longer to build than the gate may wait, where they are missing,
// and runs the tests against them. What was built is kept in the user's cache folder for the next time.
import { type Peer, peerFolder, PEERS } from "../tests/peers/support/peer-folder.ts";

const ROOT = new URL("..", import.meta.url).pathname;

if (import.meta.main) {
  for (const peer of PEERS) if (!await isBuilt(peer)) await build(peer);
  const { code } = await run(Deno.execPath(), [
    ...["test", "-A", "--no-check", "--lock=tests/deno.lock", "tests/peers"],
    ...Deno.args,
  ]);
  Deno.exit(code);
}

async function isBuilt({ binary }: Peer): Promise<boolean> {
  return await Deno.stat(`${peerFolder()}/${binary}`).then(() => true, () => false);
}

async function build({ name, takes, command }: Peer): Promise<void> {
  console.info(`Building ${name} into ${peerFolder()} (${takes})`);
  await Deno.mkdir(peerFolder(), { recursive: true });
  const [program = "", ...args] = command(peerFolder());
  const { code } = await run(program, args);
  if (code === 0) return;
  // Its tests say what they leave out; those of the others are worth running.
  console.error(`Cannot build ${name}: ${[program, ...args].join(" ")} failed`);
}

function run(program: string, args: string[]): Promise<Deno.CommandStatus> {
  return new Deno.Command(program, { args, cwd: ROOT }).spawn().status;
}
