import { useSession } from "../state/session";

export default function PapersView() {
  const { host } = useSession();
  return <p>{host.kind}</p>;
}
