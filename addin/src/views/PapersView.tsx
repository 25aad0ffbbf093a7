import type { HostPort } from "../host/HostPort";

export default function PapersView({ host }: { host: HostPort }) {
  return <p>{host.kind}</p>;
}
