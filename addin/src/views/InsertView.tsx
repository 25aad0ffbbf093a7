import type { HostPort } from "../host/HostPort";

export default function InsertView({ host }: { host: HostPort }) {
  return <p>{host.kind}</p>;
}
