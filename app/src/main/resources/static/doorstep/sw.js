// Keeps the page itself on the phone, so that it opens without a network. It never keeps answers of the API: what is
// personal lies encrypted in the page's own store.
const CACHE = "doorstep-page-1";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

const isPage = url => url.pathname === "/doorstep/" || url.pathname === "/doorstep/checkpoint/";
const isPart = url => url.pathname.startsWith("/site/") || url.pathname.endsWith("/app.webmanifest");

self.addEventListener("fetch", event => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (isPage(url)) {
    event.respondWith(fresh(event.request, url.pathname));
  } else if (isPart(url)) {
    event.respondWith(kept(event.request));
  }
});

/** The server's page when it answers within three seconds, else the one kept. */
async function fresh(request, key) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(key);
  try {
    const answer = await fetch(request, known ? { signal: AbortSignal.timeout(3000) } : {});
    if (answer.ok && !answer.redirected) {
      await cache.put(key, answer.clone());
      return answer;
    }
    return known ?? answer;
  } catch (error) {
    if (known) {
      return known;
    }
    throw error;
  }
}

/** Parts carry their version in their names, so that one that is kept is right. */
async function kept(request) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request);
  if (known) {
    return known;
  }
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
  }
  return answer;
}
