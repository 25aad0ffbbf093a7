import { useSession } from "../state/session";

export default function CheckView() {
  const { host } = useSession();
  return <p>{host.kind}</p>;
}
