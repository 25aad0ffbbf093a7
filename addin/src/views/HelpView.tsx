import { useSession } from "../state/session";

export default function HelpView() {
  const { host } = useSession();
  return <p>{host.kind}</p>;
}
