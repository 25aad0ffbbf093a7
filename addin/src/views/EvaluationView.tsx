import { useSession } from "../state/session";

export default function EvaluationView() {
  const { host } = useSession();
  return <p>{host.kind}</p>;
}
