// Using a one-time link, and having signed out.
import { boardTexts } from "../../../i18n/board-texts.ts";
import type { BoardTexts } from "../../../i18n/sv/board.ts";
import { type Locale, otherLocales } from "../../../kernel/locale.ts";
import { LINK_MINUTES, type LinkState } from "../../../accounts/entry-link.ts";
import type { Role } from "../../../accounts/role.ts";
import { MAX_PERSON_NAME } from "../../../accounts/server-keeper.ts";
import type { FieldError } from "../../../forms/field-error.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { TextField } from "../../parts/Field.tsx";
import { said } from "../../parts/Said.tsx";
import { shownErrors } from "../../customer/shown-errors.ts";
import { paths } from "../../../kernel/paths.ts";
import { GatePage, HowToGetIn } from "./GatePage.tsx";

/** What the page of a link shows. */
export type EnterData =
  | { state: "usable"; for: LinkFor }
  | { state: Exclude<LinkState, "usable"> };

/** Whom a link lets in: a person, or whoever says who they are. */
export type LinkFor =
  | { kind: "person" | "invited"; name: string; role: Role }
  | { kind: "keeper"; values: { name: string; email: string }; errors: readonly FieldError[] };

/** The page of a link: who comes in while it works, what happened to it when it does not. */
export function EnterPage(props: { locale: Locale; url: URL; data: EnterData }) {
  const { locale, url, data } = props;
  const words = boardTexts(locale).access;
  if (data.state === "usable") {
    return (
      <GatePage locale={locale} url={url} title={words.title}>
        <p class="gate-lead">{leadOf(words, data.for)}</p>
        <p>{data.for.kind === "invited" ? words.joinLead : words.enterLead}</p>
        <form class="field-stack" method="post" action={url.pathname}>
          {data.for.kind === "keeper" && <KeeperFields locale={locale} {...data.for} />}
          <button type="submit" class="button primary">
            {data.for.kind === "invited" ? words.joinButton : words.enterButton}
          </button>
        </form>
      </GatePage>
    );
  }
  const { state } = data;
  return (
    <GatePage locale={locale} url={url} title={words.goneTitle}>
      <p class="gate-lead">{goneText(words, state)}</p>
      <HowToGetIn locale={locale} />
      <InOtherLanguages locale={locale} state={state} />
    </GatePage>
  );
}

function leadOf(words: BoardTexts["access"], whom: LinkFor): string {
  if (whom.kind === "keeper") return words.keeperLead;
  const [name, role] = [said(whom.name), words.roles[whom.role]];
  return whom.kind === "invited" ? words.joinAs(name, role) : words.enterAs(name, role);
}

function KeeperFields(
  props: { locale: Locale; values: { name: string; email: string }; errors: readonly FieldError[] },
) {
  const words = boardTexts(props.locale).access;
  const shown = shownErrors(props.locale, props.errors, props.values, "");
  const errorOf = (name: string) => shown.find(({ field }) => field === name)?.text;
  return (
    <>
      <ErrorSummary locale={props.locale} errors={shown} />
      <TextField
        name="name"
        label={words.keeperName}
        value={props.values.name}
        autoComplete="name"
        maxLength={MAX_PERSON_NAME}
        error={errorOf("name")}
      />
      <TextField
        name="email"
        type="email"
        label={words.keeperEmail}
        value={props.values.email}
        hint={words.keeperEmailHint}
        autoComplete="email"
        error={errorOf("email")}
      />
    </>
  );
}

/** The page after signing out. */
export function SignedOutPage({ locale, url }: { locale: Locale; url: URL }) {
  const words = boardTexts(locale).access;
  return (
    <GatePage locale={locale} url={url} title={words.endedTitle}>
      <p class="gate-lead">{words.ended}</p>
      <HowToGetIn locale={locale} />
      <p class="gate-links">
        <a href={paths.home()}>{words.home}</a>
      </p>
    </GatePage>
  );
}

/** Whoever opens a dead link may not read the page's language, and has no session to remember one. */
function InOtherLanguages(props: { locale: Locale; state: Exclude<LinkState, "usable"> }) {
  return (
    <>
      {otherLocales(props.locale).map((other) => {
        const words = boardTexts(other).access;
        return (
          <p key={other} class="gate-other" lang={other}>
            {words.goneTitle}. {goneText(words, props.state)} {words.howSignal} {words.howRestart}
          </p>
        );
      })}
    </>
  );
}

function goneText(words: BoardTexts["access"], state: Exclude<LinkState, "usable">): string {
  const text = words.gone[state];
  return typeof text === "string" ? text : text(LINK_MINUTES);
}
