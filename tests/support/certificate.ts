// A certificate for this machine, made for one run of the tests.
import { tempFolder } from "./databases.ts";

/** A key and the certificate that says whose it is, PEM. */
export interface Certificate {
  key: string;
  cert: string;
}

/** Makes one for `127.0.0.1` and `localhost`, or for other names. */
export async function makeCertificate(
  names = "DNS:localhost,IP:127.0.0.1",
): Promise<Certificate> {
  await using folder = await tempFolder();
  const [key, cert] = [`${folder.path}/key.pem`, `${folder.path}/cert.pem`];
  const { success, stderr } = await new Deno.Command("openssl", {
    args: [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
      ...["-days", "2", "-subj", "/CN=localhost", "-keyout", key, "-out", cert],
      ...["-addext", `subjectAltName=${names}`],
    ],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return { key: await Deno.readTextFile(key), cert: await Deno.readTextFile(cert) };
}
