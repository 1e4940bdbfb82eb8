// What lies on the phone. Everything personal is encrypted (AES-GCM) with a data key; the data key is wrapped by a key
// made from the PIN (PBKDF2) and once more by a key that cannot leave this browser. Ten wrong PINs wipe the phone.
"use strict";
const Vault = (() => {
  const ROUNDS = 600000;
  const TRIES = 10;
  let database;
  let dataKey = null;

  const done = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  async function open() {
    if (database) {
      return database;
    }
    const opening = indexedDB.open(document.body.dataset.store ?? "doorstep", 2);
    opening.onupgradeneeded = event => {
      if (event.oldVersion < 1) {
        opening.result.createObjectStore("meta");
        opening.result.createObjectStore("queue", { keyPath: "number", autoIncrement: true });
      }
      opening.result.createObjectStore("photos", { keyPath: "id" });
    };
    database = await done(opening);
    database.onversionchange = () => { database.close(); database = undefined; };
    return database;
  }

  async function store(name, mode) {
    return (await open()).transaction(name, mode).objectStore(name);
  }

  /** Resolves when it is on the disk, not before. */
  async function write(name, action) {
    const request = await together([name], it => action(it(name)));
    return request.result;
  }

  /** The same in several stores: all of it or nothing. */
  async function together(names, action) {
    const transaction = (await open()).transaction(names, "readwrite", { durability: "strict" });
    const result = action(name => transaction.objectStore(name));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
    return result;
  }

  const read = async key => done((await store("meta", "readonly")).get(key));
  const keep = (key, value) => write("meta", it => it.put(value, key));
  const forget = key => write("meta", it => it.delete(key));

  const random = length => crypto.getRandomValues(new Uint8Array(length));

  async function sealWith(key, bytes) {
    const iv = random(12);
    return { iv, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, bytes) };
  }

  const openWith = (key, sealed) => crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.iv }, key, sealed.bytes);

  async function keyOfPin(pin, salt) {
    const base = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
    return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS }, base,
      { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  }

  const asDataKey = raw => crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);

  /** A new data key under the PIN. Nothing encrypted before can be read any more. */
  async function create(pin) {
    const salt = random(16);
    const device = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    const raw = random(32);
    const inner = await sealWith(await keyOfPin(pin, salt), raw);
    const outer = await sealWith(device, inner.bytes);
    await keep("lock", { salt, device, innerIv: inner.iv, outer, tries: 0 });
    dataKey = await asDataKey(raw);
    if (!(await read("device"))) {
      await keep("device", crypto.randomUUID());
    }
  }

  /** Resolves to how many tries are left: null when the PIN was right, 0 when the phone has just been wiped. */
  async function unlock(pin) {
    const lock = await read("lock");
    await keep("lock", { ...lock, tries: lock.tries + 1 }); // counted first, so that killing the browser gains nothing
    try {
      const inner = await openWith(lock.device, lock.outer);
      const raw = await openWith(await keyOfPin(pin, lock.salt), { iv: lock.innerIv, bytes: inner });
      dataKey = await asDataKey(raw);
      await keep("lock", { ...lock, tries: 0 });
      return null;
    } catch (error) {
      if (error.name !== "OperationError") {
        throw error;
      }
      if (lock.tries + 1 >= TRIES) {
        await wipe();
        return 0;
      }
      return TRIES - lock.tries - 1;
    }
  }

  async function wipe() {
    dataKey = null;
    const device = await read("device");
    await together(["queue", "photos"], it => [it("queue").clear(), it("photos").clear()]);
    await write("meta", it => it.clear());
    await keep("device", device);
  }

  const seal = async value => sealWith(dataKey, new TextEncoder().encode(JSON.stringify(value)));
  const sealBytes = bytes => sealWith(dataKey, bytes);
  const unsealBytes = sealed => openWith(dataKey, sealed);
  const unseal = async sealed => JSON.parse(new TextDecoder().decode(await openWith(dataKey, sealed)));

  return {
    read, keep, forget, create, unlock, wipe, seal, unseal, sealBytes, unsealBytes, write, together, store, done,
    exists: async () => Boolean(await read("lock")),
    isOpen: () => dataKey !== null,
    lock: () => { dataKey = null; },
  };
})();
