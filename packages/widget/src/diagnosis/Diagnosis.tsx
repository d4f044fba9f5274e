import { useEffect, useState } from "preact/hooks";
import type { Locale } from "../locales.ts";
import { Icon } from "../parts/Icon.tsx";
import type { Finding } from "./diagnose.ts";
import { diagnosisWords } from "./diagnosis-words.ts";

interface DiagnosisProps {
  locale: Locale;
  examine(): Promise<Finding[]>;
  close(): void;
}

/** What works and what does not, for whoever puts the widget on a website. */
export function Diagnosis({ locale, examine, close }: DiagnosisProps) {
  const words = diagnosisWords[locale];
  const [findings, setFindings] = useState<Finding[] | null>(null);
  const faults = findings?.filter(({ fault }) => fault && fault !== "unknown").length ?? 0;

  useEffect(() => {
    if (findings) return;
    let gone = false;
    void examine().then((found) => {
      if (gone) return;
      // To be copied from there, for whoever helps.
      console.info("Deskbell", JSON.stringify(found));
      setFindings(found);
    });
    return () => {
      gone = true;
    };
  }, [findings]);

  return (
    <>
      <header>
        <h2 id="diagnosis-title">{words.title}</h2>
        <button type="button" class="close" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <p class="verdict" role="status">
        {!findings ? words.checking : faults > 0 ? words.faults(faults) : words.well}
      </p>
      {findings && (
        <>
          <ul>
            {findings.map((finding) => (
              <Row key={finding.check} locale={locale} finding={finding} />
            ))}
          </ul>
          <button type="button" class="again" onClick={() => setFindings(null)}>
            {words.again}
          </button>
        </>
      )}
    </>
  );
}

function Row({ locale, finding: { check, fault, detail } }: { locale: Locale; finding: Finding }) {
  const words = diagnosisWords[locale];
  const kind = fault === "unknown" ? "unknown" : fault ? "fault" : "well";
  return (
    <li class={kind} data-check={check}>
      {kind === "well" ? (
        <Icon name="check" path="m5 12.5 4.5 4.5L19 7.5" />
      ) : (
        <Icon name={kind === "fault" ? "alert" : "more"} />
      )}
      <div>
        <h3>
          {words.checks[check]}
          <span class="aloud">: {words.kinds[kind]}</span>
        </h3>
        {fault && <p>{fault === "unknown" ? words.unknown : words.advice[fault]}</p>}
        {fault && fault !== "unknown" && (
          <p class="detail" dir="ltr">
            <code>{fault}</code> {detail}
          </p>
        )}
      </div>
    </li>
  );
}
