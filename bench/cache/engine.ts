// An engine of others on this machine's loopback: counts what it is asked, and takes as long as it is told.

/** The engine. */
export class LoopbackEngine implements AsyncDisposable {
  asked = 0;
  tookMs = 0;
  readonly #server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async () => {
      this.asked++;
      if (this.tookMs > 0) await new Promise((resolve) => setTimeout(resolve, this.tookMs));
      return Response.json({ distanceMeters: 12_345, durationSeconds: 900, line: LINE });
    },
  );

  /** Asks it, as a gateway does. */
  readonly ask = async (id: string): Promise<unknown> => {
    const { hostname, port } = this.#server.addr;
    const answer = await fetch(`http://${hostname}:${port}/${encodeURIComponent(id)}`);
    return await answer.json();
  };

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.shutdown();
  }
}

/** A way of some length, as text. */
const LINE = "mfp_I__vpAqJ?kBzAoD`F".repeat(60);
