import { useSession } from "../state/session";

export default function LayoutView() {
  const { host } = useSession();
  return <p>{host.kind}</p>;
}
