/** Of the sections. */
export const sectionIcons = {
  home: "m4 11 8-7 8 7v8a1 1 0 0 1-1 1h-5v-6h-4v6H5a1 1 0 0 1-1-1z",
  conversations:
    "M12 4c-5 0-8.5 3.2-8.5 7.2 0 2.2 1 4 2.6 5.3L5.5 20l4-1.8c.8.2 1.6.3 2.5.3 5 0 8.5-3.2 8.5-7.3S17 4 12 4z",
  articles:
    "M5 5.5A2.5 2.5 0 0 1 7.5 3H19v14.5H7.5A2.5 2.5 0 0 0 5 20zM5 20a1.5 1.5 0 0 0 1.5 1H19v-3.5M9 7.5h6M9 11h4",
  plus: "M12 5v14M5 12h14",
};
