// A receiver of webhooks or envelopes on this machine that keeps what it is sent.

/** What arrived in one request. */
export interface Received {
  path: string;
  headers: Headers;
  body: string;
}

/** A running receiver. */
export interface AlarmReceiver extends AsyncDisposable {
  origin: string;
  received: Received[];
  /** From now on answers are made by this. */
  answer: (received: Received) => Response | Promise<Response>;
}

/** Starts it; it takes everything until a test says otherwise. */
export function alarmReceiver(): AlarmReceiver {
  const received: Received[] = [];
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request) => {
      const { pathname: path } = new URL(request.url);
      const one = { path, headers: request.headers, body: await request.text() };
      received.push(one);
      return await receiver.answer(one);
    },
  );
  const receiver: AlarmReceiver = {
    origin: `http://127.0.0.1:${server.addr.port}`,
    received,
    answer: () => new Response("ok"),
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
  return receiver;
}
