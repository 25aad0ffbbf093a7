import type { HostPort } from "../host/HostPort";

export default function EvaluationView({ host }: { host: HostPort }) {
  return <p>{host.kind}</p>;
}
