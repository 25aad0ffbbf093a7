import type { HostPort } from "../host/HostPort";

export default function LayoutView({ host }: { host: HostPort }) {
  return <p>{host.kind}</p>;
}
