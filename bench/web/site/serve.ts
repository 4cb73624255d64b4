// Serves the built site and prints the port.
import server from "./_fresh/server.js";

const { addr } = Deno.serve(
  { hostname: "127.0.0.1", port: 0, onListen: () => {} },
  server.fetch,
);
console.log(addr.port);
