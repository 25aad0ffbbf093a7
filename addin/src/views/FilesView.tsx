import { useSession } from "../state/session";

export default function FilesView() {
  const { host } = useSession();
  return <p>{host.kind}</p>;
}
