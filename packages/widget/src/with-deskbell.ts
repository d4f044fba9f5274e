/** For a late part that uses `useDeskbell`: fetched beside it, not after it. */
export const withDeskbell = () => import("./deskbell.ts");
