// The proof of one entry: whether it is what was signed, and the hashes anybody can reckon that with.
import type { AuditEntryData } from "../../../board/audit-page.ts";
import { formatMoment, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Fact, Facts } from "../compliance/Facts.tsx";

/** The section. */
export function EntryProof({ data, locale }: { data: AuditEntryData; locale: Locale }) {
  const words = textsFor(locale).audit;
  const { index, nowMs, proved: { verdict, leaf, root, size, signedAt, proof } } = data;
  const today = dateOf(wallTimeOf(nowMs));
  return (
    <section class="compliance-part" id="proof">
      <h2>{words.proof}</h2>
      <p class="audit-verdict" data-verdict={verdict}>{words.verdicts[verdict]}</p>
      <Facts>
        <Fact name={words.leaf}>
          <code>{base64(leaf)}</code>
        </Fact>
        {proof !== null && (
          <>
            <Fact name={words.root}>
              <code>{base64(root)}</code>
            </Fact>
            <Fact name={words.treeSize}>{formatNumber(locale, size)}</Fact>
            <Fact name={words.signedAt}>
              {signedAt === "" ? "" : formatMoment(locale, wallTimeOf(signedAt), today)}
            </Fact>
            <Fact name={words.path}>
              {proof.proof.length === 0 ? words.noPath : (
                <ol class="audit-path">
                  {proof.proof.map((hash) => (
                    <li key={base64(hash)}>
                      <code>{base64(hash)}</code>
                    </li>
                  ))}
                </ol>
              )}
            </Fact>
          </>
        )}
      </Facts>
      {proof !== null && (
        <p>
          <a class="button" href={paths.adminAuditProof(String(index))}>{words.file}</a>{" "}
          {words.fileHint}
        </p>
      )}
    </section>
  );
}

function base64(hash: Uint8Array): string {
  return Uint8Array.from(hash).toBase64();
}
