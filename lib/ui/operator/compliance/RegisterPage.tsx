// The record of processing: who answers, what for, whose data, how long, and who outside is handed some of it.
import type { RegisterData } from "../../../board/register-page.ts";
import type { Processor } from "../../../compliance/list-processors.ts";
import type { RegisterEntry } from "../../../compliance/processing-register.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said } from "../../parts/Said.tsx";
import { familiesIn } from "./register-csv.ts";
import { CompliancePage, type ComplianceProps } from "./CompliancePage.tsx";
import { Fact, Facts } from "./Facts.tsx";

/** The page in the operators' frame. */
export function RegisterPage(props: ComplianceProps<RegisterData>) {
  const { data, state: { locale } } = props;
  const { compliance } = textsFor(locale);
  const words = compliance.register;
  return (
    <CompliancePage {...props} at={paths.adminRegister()} title={words.title} lead={words.lead}>
      <p class="action-row">
        <a class="button" href={paths.adminRegisterCsv()}>{compliance.csv}</a>
        <a class="button" href={paths.adminRegisterJson()}>{compliance.json}</a>
      </p>
      {data.unnamed.length > 0 && (
        <Notice tone="info">{words.unnamed}: {data.unnamed.join(", ")}</Notice>
      )}
      <ControllerPart data={data} locale={locale} />
      <section class="compliance-part">
        <h2>{words.purposes}</h2>
        {data.entries.map((entry) => (
          <EntryPart
            key={entry.purpose}
            entry={entry}
            locale={locale}
          />
        ))}
      </section>
      <ProcessorsPart processors={data.processors} locale={locale} />
      <DecisionsPart decisions={data.decisions} locale={locale} />
    </CompliancePage>
  );
}

function ControllerPart({ data, locale }: { data: RegisterData; locale: Locale }) {
  const words = textsFor(locale).compliance.register;
  const { controller } = data;
  return (
    <section class="compliance-part">
      <h2>{words.controller}</h2>
      {controller === null ? <p>{words.controllerMissing}</p> : (
        <Facts>
          <Fact name={words.controller}>
            <Said>
              {joined(controller.name, controller.organisationNumber, controller.address)}
            </Said>
          </Fact>
          <Fact name={words.contact}>
            <Said>{joined(controller.contact, controller.email, controller.phone)}</Said>
          </Fact>
        </Facts>
      )}
    </section>
  );
}

function DecisionsPart(
  { decisions, locale }: Pick<RegisterData, "decisions"> & { locale: Locale },
) {
  const words = textsFor(locale).decisions;
  return (
    <section class="compliance-part">
      <h2>{words.listTitle}</h2>
      {decisions.map(({ kind, rule, recordedAs }) => (
        <section class="compliance-part" key={kind}>
          <h3>{words.kinds[kind]}</h3>
          <Facts>
            <Fact name={words.listRule}>{rule}</Fact>
            <Fact name={words.listRecord}>
              {Object.entries(words.records).filter(([event]) => recordedAs.includes(event))
                .map(([, said]) => said).join(", ")}
            </Fact>
          </Facts>
        </section>
      ))}
    </section>
  );
}

function EntryPart({ entry, locale }: { entry: RegisterEntry; locale: Locale }) {
  const { compliance, purposes } = textsFor(locale);
  const words = compliance.register;
  const said = purposes.purpose[entry.purpose];
  return (
    <section class="compliance-part">
      <h3>{said.name}</h3>
      <Facts>
        <Fact name={words.why}>{said.why}</Fact>
        <Fact name={words.basis}>{purposes.basis[entry.basis]}</Fact>
        <Fact name={words.subjects}>
          {entry.subjects.map((one) => purposes.subject[one]).join(", ")}
        </Fact>
        <Fact name={words.data}>{said.data}</Fact>
        <Fact name={words.recipients}>
          {entry.recipients.map((one) => purposes.wayOut[one]).join(", ") || words.nobody}
        </Fact>
        <Fact name={words.until}>{said.until}</Fact>
        <Fact name={words.measures}>{words.measuresText}</Fact>
        <Fact name={words.families}>
          <code>{familiesIn(locale, entry)}</code>
        </Fact>
      </Facts>
    </section>
  );
}

function ProcessorsPart(
  { processors, locale }: { processors: readonly Processor[]; locale: Locale },
) {
  const { compliance, purposes } = textsFor(locale);
  const words = compliance.register;
  const { columns } = words;
  return (
    <section class="compliance-part">
      <h2>{words.processors}</h2>
      <p class="jobs-lead">{words.processorsLead}</p>
      <table class="listing jobs-table">
        <caption class="visually-hidden">{words.processors}</caption>
        <thead>
          <tr>{Object.values(columns).map((name) => <th key={name} scope="col">{name}</th>)}</tr>
        </thead>
        <tbody>
          {processors.map((one) => (
            <tr key={one.wayOut + one.host}>
              <th scope="row" class="job-what">{purposes.wayOut[one.wayOut]}</th>
              <td data-label={columns.host}>
                <code>{one.host}</code>
              </td>
              <td data-label={columns.name}>
                <Said>{one.name}</Said>
              </td>
              <td data-label={columns.role}>{purposes.role[one.role]}</td>
              <td data-label={columns.country}>{one.country}</td>
              <td data-label={columns.transfer}>
                {one.transfer === null ? "" : purposes.transfer[one.transfer]}
              </td>
              <td data-label={columns.contract}>{one.contractDate}</td>
              <td data-label={columns.missing}>
                {one.missing.map((what) => purposes.missing[what]).join(", ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}
