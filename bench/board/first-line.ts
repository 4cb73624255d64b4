// The first line a process says; what it says later is read as well, since a full pipe would hold it.

/** Resolves when it is said. */
export async function firstLine(stdout: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stdout.getReader();
  const decoder = new TextDecoder();
  let said = "";
  while (!said.includes("\n")) {
    const { value, done } = await reader.read();
    if (done) throw new Error("The server did not start");
    said += decoder.decode(value, { stream: true });
  }
  void drain(reader);
  return said.slice(0, said.indexOf("\n"));
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}
