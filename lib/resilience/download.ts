// Asks a service of others over HTTP: bounded in time and size, every failure of one kind.
import { GatewayError } from "../errors/gateway-error.ts";

/** What is asked of whom. */
export interface DownloadOptions {
  /** The gateway's name in errors, and the service's in their words. */
  gateway: string;
  label: string;
  fetch: typeof fetch;
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** Milliseconds until the call is given up. */
  timeoutMs: number;
  /** More bytes are no answer to our question. */
  maxBytes: number;
  /** The caller's own wish to stop; its reason is thrown as it is. */
  signal?: AbortSignal | undefined;
}

/**
 * Status and text of an answer below 500. Throws GatewayError: retriable when the service is down, too slow, or asks
 * for peace (429), for good when the answer has no end.
 */
export async function download(
  options: DownloadOptions,
): Promise<{ status: number; text: string }> {
  const { label, gateway, signal } = options;
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const both = signal ? AbortSignal.any([signal, timeout]) : timeout;
  try {
    const { fetch, url, headers = {} } = options;
    // A redirect would let a taken-over server send us elsewhere.
    const response = await fetch(url, { signal: both, redirect: "error", headers });
    if (response.status >= 500 || response.status === 429) {
      await response.body?.cancel();
      throw new GatewayError(gateway, `${label} status ${response.status}`, true);
    }
    return { status: response.status, text: await readBounded(response, options) };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof GatewayError) throw error;
    const reason = both.aborted ? "too slow" : "not reachable";
    throw new GatewayError(gateway, `${label} ${reason}`, true, { cause: error });
  }
}

async function readBounded(
  response: Response,
  { gateway, label, maxBytes }: DownloadOptions,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    // Leaving the loop cancels the body, so the rest is never downloaded.
    if (bytes > maxBytes) {
      throw new GatewayError(gateway, `${label} more than ${maxBytes} bytes`, false);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
