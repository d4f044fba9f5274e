import { type MaybeRefOrGetter, onBeforeUnmount, onMounted, type ShallowRef, shallowRef, toValue, watch } from "vue";
import { type Following, mountFollowing } from "./follow-options.ts";
import type { DeskbellCommands, MountOptions } from "./index.ts";

export * from "./index.ts";

/**
 * The widget, for as long as this component is mounted. Holds its commands; `null` on the server and until then.
 * Options that change are applied at once; another `host` or `channelKey` is another widget.
 * @example const deskbell = useDeskbell(() => ({ host: "https://support.example.com", channelKey: "demo", locale: locale.value }));
 */
export function useDeskbell(options: MaybeRefOrGetter<MountOptions>): Readonly<ShallowRef<DeskbellCommands | null>> {
  const deskbell = shallowRef<DeskbellCommands | null>(null);
  let mounted: Following | undefined;

  function unmount(): void {
    mounted?.deskbell.destroy();
    deskbell.value = null;
  }

  function mount(): void {
    unmount();
    mounted = mountFollowing(toValue(options));
    deskbell.value = mounted.deskbell;
  }

  onMounted(() => {
    mount();
    watch(() => `${toValue(options).host} ${toValue(options).channelKey}`, mount);
    watch(
      () => ({ ...toValue(options) }),
      (next) => mounted?.follow(next),
      { deep: true },
    );
  });
  onBeforeUnmount(unmount);
  return deskbell;
}
