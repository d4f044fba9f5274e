/** Runs `action` in one page of the site at a time, where the browser can see to that (Web Locks). */
export async function exclusively(name: string, action: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return action();
  let entered = false;
  try {
    await locks.request(name, () => {
      entered = true;
      return action();
    });
  } catch (thrown) {
    if (entered) throw thrown;
    // Refused in sandboxed frames. Sending twice is harmless: the server knows the clientId.
    await action();
  }
}
