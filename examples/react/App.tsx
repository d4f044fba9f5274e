import { useDeskbell } from "@deskbell/widget/react";
import { useEffect, useState } from "react";

export function App() {
  const [locale, setLocale] = useState("en");
  const [unread, setUnread] = useState(0);
  const deskbell = useDeskbell({ host: "http://localhost:4000", channelKey: "demo", locale });

  useEffect(() => deskbell?.on("unreadCountChange", ({ count }) => setUnread(count)), [deskbell]);

  return (
    <>
      <h1>A page in React</h1>
      <p>
        <button type="button" onClick={() => deskbell?.newMessage("How long does shipping take?")}>
          Ask about shipping
        </button>{" "}
        Unread messages: <output>{unread}</output>
      </p>
      <button type="button" onClick={() => setLocale(locale === "en" ? "de" : "en")}>
        {locale === "en" ? "Deutsch" : "English"}
      </button>
    </>
  );
}
