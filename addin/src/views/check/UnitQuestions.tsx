import { Button } from "@fluentui/react-components";
import { useLanguage } from "../../language/Language";
import type { CheckReport } from "../../service/client";

/** What the thresholds depend on and the file leaves open: asked here, for this check. */
export function UnitQuestions({ report, answer }: { report: CheckReport; answer: (property: string, is: boolean) => void }) {
  const { text } = useLanguage();
  const asked = (report.properties ?? []).filter(property => (property.required && property.value === null) || property.given);
  if (asked.length === 0) return null;
  return (
    <section className="card" aria-label={text.check.unitHeading}>
      <h2 className="card-heading">{text.check.unitHeading}</h2>
      <p className="card-fact">{text.check.unitIntro}</p>
      {asked.map(property => (
        <fieldset key={property.id} className="unit-question">
          <legend>{property.label}</legend>
          {([true, false] as const).map(is => (
            <Button key={String(is)} size="small" appearance={property.value === is ? "primary" : "secondary"} aria-pressed={property.value === is} onClick={() => answer(property.id, is)}>
              {is ? text.check.unitYes : text.check.unitNo}
            </Button>
          ))}
        </fieldset>
      ))}
    </section>
  );
}
