import { startOffice } from "./host/office";

// The application is fetched while Office starts; the static page stands until both are there.
const [{ show }, office] = await Promise.all([import("./App"), startOffice()]);
show(document.getElementById("app")!, office);
