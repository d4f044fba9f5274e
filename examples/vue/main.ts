import { useDeskbell } from "@deskbell/widget/vue";
import { createApp, defineComponent, h, ref, watch } from "vue";

// As `<script setup>` and a template would have it, without a compiler to install.
const App = defineComponent(() => {
  const locale = ref("en");
  const unread = ref(0);
  const deskbell = useDeskbell(() => ({
    host: "http://localhost:4000",
    channelKey: "demo",
    locale: locale.value,
  }));

  watch(deskbell, (widget) => widget?.on("unreadCountChange", ({ count }) => (unread.value = count)));

  const ask = () => deskbell.value?.newMessage("How long does shipping take?");
  const speakOther = () => (locale.value = locale.value === "en" ? "de" : "en");
  return () => [
    h("h1", "A page in Vue"),
    h("p", [
      h("button", { type: "button", onClick: ask }, "Ask about shipping"),
      " Unread messages: ",
      h("output", unread.value),
    ]),
    h("button", { type: "button", onClick: speakOther }, locale.value === "en" ? "Deutsch" : "English"),
  ];
});

createApp(App).mount("#root");
