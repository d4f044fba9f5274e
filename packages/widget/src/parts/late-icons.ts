/** Of several late parts. */
export const lateIcons = {
  forward: "m9 5 7 7-7 7",
  tickets:
    "M4 7a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v3a2 2 0 0 0 0 4v3a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-3a2 2 0 0 0 0-4zM14 6v2.5M14 11v2M14 15.5V18",
  check: "m5 12.5 4.5 4.5L19 7.5",
  document: "M7 3h7l4 4v13a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM14 3v4h4M9.5 12.5h5M9.5 16h5",
};
