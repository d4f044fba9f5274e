/** Tells listeners by the name of an event. A listener that throws does not keep the others from hearing. */
export interface Emitter<Events> {
  on<E extends keyof Events>(event: E, handler: (payload: Events[E]) => void): () => void;
  emit<E extends keyof Events>(event: E, payload: Events[E]): void;
}

export function createEmitter<Events>(): Emitter<Events> {
  const handlers = new Map<keyof Events, Set<(payload: never) => void>>();
  return {
    on(event, handler) {
      const entry = (payload: never) => handler(payload);
      const set = handlers.get(event) ?? new Set();
      handlers.set(event, set.add(entry));
      return () => set.delete(entry);
    },
    emit(event, payload) {
      for (const handler of [...(handlers.get(event) ?? [])]) {
        try {
          handler(payload as never);
        } catch (thrown) {
          // Shown as uncaught, like an error in a DOM listener, without stopping what told it.
          setTimeout(() => {
            throw thrown;
          });
        }
      }
    },
  };
}
