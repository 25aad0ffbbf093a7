import { useSession } from "../state/session";

export default function InsertView() {
  const { host } = useSession();
  return <p>{host.kind}</p>;
}
