// The sign-in page: name and password in, a token out to whoever opened it: the pane's Office dialog, or the page that opened this window. Nothing is kept here.
const form = document.querySelector("form");
const fault = document.querySelector("[role=alert]");
const button = form.querySelector("button");
const words = form.dataset;

// Office names itself in the address of the dialogs that it opens. Loaded while the user types.
const office = location.search.includes("_host_Info") ? loadOffice() : null;

form.addEventListener("submit", async event => {
  event.preventDefault();
  button.disabled = true;
  fault.textContent = "";
  try {
    await handOver(await signIn(form.elements.name.value, form.elements.password.value));
  } catch (error) {
    fault.textContent = error instanceof Refusal ? error.message : words.unreachable;
    form.elements.password.value = "";
    form.elements.password.focus();
  } finally {
    button.disabled = false;
  }
});

class Refusal extends Error {}

async function signIn(name, password) {
  const answer = await fetch("/api/session?lang=" + document.documentElement.lang, {
    method: "POST",
    credentials: "omit",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name, password }),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Refusal(said.detail);
  return said;
}

// To our own origin and to no other, whoever else may have opened this page.
async function handOver(session) {
  const message = JSON.stringify(session);
  if (office && (await office)) Office.context.ui.messageParent(message, { targetOrigin: location.origin });
  else if (window.opener) window.opener.postMessage(message, location.origin);
  else throw new Refusal(words.alone);
  if (window.opener && !office) window.close();
}

async function loadOffice() {
  const meta = document.querySelector('meta[name="office-js"]');
  for (const place of [meta.content, meta.dataset.fallback]) {
    if (place && (await load(place))) return Office.onReady().then(() => true);
  }
  return false;
}

function load(place) {
  return new Promise(resolve => {
    const script = document.createElement("script");
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    script.src = place;
    document.head.append(script);
  });
}
