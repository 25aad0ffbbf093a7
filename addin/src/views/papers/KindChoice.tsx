import { useLanguage } from "../../language/Language";
import type { DocumentKind } from "../../service/client";
import { DOSSIER } from "../../state/paperDesk";

interface Props {
  readonly kinds: readonly DocumentKind[];
  readonly chosen: readonly string[];
  readonly fault: string | null;
  readonly change: (chosen: readonly string[]) => void;
}

/** One or more kinds, or the dossier, which has its own papers already. */
export function KindChoice({ kinds, chosen, fault, change }: Props) {
  const { text } = useLanguage();
  const together = kinds.filter(kind => kind.inDossier);
  const whole = chosen.includes(DOSSIER);
  const toggle = (kind: string) => change(chosen.includes(kind) ? chosen.filter(other => other !== kind) : [...chosen, kind]);
  return (
    <fieldset className="kinds" aria-describedby={fault === null ? undefined : "kinds-fault"}>
      <legend className="subheading">{text.papers.kinds}</legend>
      {together.length > 1 && (
        <label className="option option-whole">
          <input type="checkbox" checked={whole} onChange={() => toggle(DOSSIER)} />
          <span>{text.papers.dossier(together.length)}</span>
        </label>
      )}
      {kinds.map(kind => (
        <label key={kind.id} className="option">
          <input
            type="checkbox"
            checked={whole ? kind.inDossier : chosen.includes(kind.id)}
            disabled={whole || (kind.disabled !== null && !chosen.includes(kind.id))}
            onChange={() => toggle(kind.id)}
          />
          <span>
            {kind.title}
            {kind.disabled !== null && <span className="detail-fault kind-disabled">{kind.disabled}</span>}
          </span>
        </label>
      ))}
      {fault !== null && (
        <p id="kinds-fault" className="detail-fault">
          {fault}
        </p>
      )}
    </fieldset>
  );
}
