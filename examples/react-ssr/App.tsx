import { useDeskbell } from "@deskbell/widget/react";

/** Drawn on the server first, then brought to life in the browser: the widget is there from then on. With Next.js this file begins with "use client". */
export function App({ drawnAt }: { drawnAt: string }) {
  const deskbell = useDeskbell({ host: "http://localhost:4000", channelKey: "demo" });
  return (
    <>
      <h1>A page from a server</h1>
      <p>Drawn at {drawnAt}.</p>
      <button type="button" onClick={() => deskbell?.newMessage("How long does shipping take?")}>
        Ask about shipping
      </button>
    </>
  );
}
