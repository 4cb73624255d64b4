// An encrypted receiver on this machine that keeps what it is sent, and under which name it was asked for.
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { type Certificate, makeCertificate } from "./certificate.ts";

/** What arrived in one request. */
export interface EncryptedReceived {
  method: string;
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Uint8Array;
  /** The name of SNI, "" for none. */
  name: string;
}

/** A running receiver. */
export interface EncryptedReceiver extends AsyncDisposable {
  port: number;
  certificate: Certificate;
  received: EncryptedReceived[];
  /** Connections so far, also those on which nothing was asked. */
  connections: () => number;
  /** From now on answers are made by this; null never answers. */
  answer: (
    one: EncryptedReceived,
  ) => { status: number; headers?: Record<string, string>; body?: string } | null;
}

/** Starts it under the names of its certificate, or with one that is there, at an address and port of this machine. */
export async function encryptedReceiver(
  names: string | Certificate,
  hostname = "127.0.0.1",
  port = 0,
): Promise<EncryptedReceiver> {
  const certificate = typeof names === "string" ? await makeCertificate(names) : names;
  const received: EncryptedReceived[] = [];
  let connections = 0;
  const server = createServer(certificate, (request, response) => {
    const chunks: Uint8Array[] = [];
    request.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    request.on("end", () => {
      const { servername } = request.socket as { servername?: string | false };
      const one: EncryptedReceived = {
        ...{ method: request.method ?? "", path: request.url ?? "", headers: request.headers },
        body: new Uint8Array(chunks.flatMap((chunk) => [...chunk])),
        name: servername === false ? "" : servername ?? "",
      };
      received.push(one);
      const answer = receiver.answer(one);
      if (answer === null) return;
      response.writeHead(answer.status, answer.headers ?? {});
      response.end(answer.body ?? "");
    });
  });
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(port, hostname, resolve));
  const receiver: EncryptedReceiver = {
    port: (server.address() as AddressInfo).port,
    certificate,
    received,
    connections: () => connections,
    answer: () => ({ status: 200, body: "ok" }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return receiver;
}
