// The settings of a product that mails its customers by a server on this machine.

/** The environment. */
export function mailSetting(port: number): Record<string, string> {
  return {
    AVANTI_SMTP: `smtp://127.0.0.1:${port}`,
    AVANTI_MAIL_FROM: "resa@avanti.example",
    AVANTI_ORIGIN: "https://avanti.example",
  };
}
