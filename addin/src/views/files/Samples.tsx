import { useState } from "react";
import { useLanguage } from "../../language/Language";
import { ServiceProblem, service } from "../../service/client";
import { useLoaded } from "../../state/loaded";
import { failureText } from "../words";
import "../parts.css";

/** Filled forms of the service, to try. */
export function Samples({ take }: { take: (file: File) => void }) {
  const { text } = useLanguage();
  const { value: samples } = useLoaded(service.samples);
  const [trouble, setTrouble] = useState("");
  async function get(name: string) {
    try {
      const { bytes } = await service.sample(name);
      setTrouble("");
      take(new File([bytes], name, { lastModified: 0 }));
    } catch (error) {
      if (!(error instanceof ServiceProblem)) throw error;
      setTrouble(failureText(text, { by: "service", code: error.code, detail: error.detail, status: error.status }));
    }
  }
  if (!samples) return null;
  return (
    <section className="samples" aria-labelledby="samples">
      <h3 id="samples" className="subheading">
        {text.files.samples}
      </h3>
      <ul className="samples-list">
        {samples.map(sample => (
          <li key={sample.name}>
            <button type="button" className="link" onClick={() => void get(sample.name)}>
              {sample.title}, {text.files.filling[sample.filling] ?? sample.filling} (.{sample.name.split(".").at(-1)})
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{trouble}</p>
    </section>
  );
}
