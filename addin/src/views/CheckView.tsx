import type { HostPort } from "../host/HostPort";

export default function CheckView({ host }: { host: HostPort }) {
  return <p>{host.kind}</p>;
}
