import { signal } from "@preact/signals";

export interface Toast {
  id: number;
  tone: "done" | "failed";
  sentence: string;
  detail: string | null;
}

export const toasts = signal<Toast[]>([]);
let lastId = 0;

export function toastDone(sentence: string): void {
  add({ tone: "done", sentence, detail: null }, 3500);
}

export function toastFailed(sentence: string, detail: string | null = null): void {
  add({ tone: "failed", sentence, detail }, 9000);
}

export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

function add(toast: Omit<Toast, "id">, ms: number): void {
  const id = ++lastId;
  const others = toasts.value.filter((other) => other.sentence !== toast.sentence);
  toasts.value = [...others.slice(-2), { ...toast, id }];
  setTimeout(() => dismissToast(id), ms);
}
