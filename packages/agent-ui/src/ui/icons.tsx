import type { ComponentChildren } from "preact";

interface IconProps {
  size?: number;
}

function icon(children: ComponentChildren) {
  return ({ size = 18 }: IconProps) => (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const BellIcon = icon(<path d="M12 5v2M4.5 17a7.5 7.5 0 0 1 15 0zM3 17h18v2.5H3z" />);
export const InboxIcon = icon(
  <path d="M4 13.5 6.6 5.9A1.4 1.4 0 0 1 8 5h8a1.4 1.4 0 0 1 1.4.9L20 13.5V18a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18zM4 13.5h4.5l1 2.5h5l1-2.5H20" />,
);
export const TicketIcon = icon(
  <path d="M4 7.5A1.5 1.5 0 0 1 5.5 6h13A1.5 1.5 0 0 1 20 7.5V10a2 2 0 0 0 0 4v2.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 16.5V14a2 2 0 0 0 0-4zM14 6v2.5M14 10.75v2.5M14 15.5V18" />,
);
export const BookIcon = icon(
  <path d="M5 5.5A1.5 1.5 0 0 1 6.5 4H19v13H6.5A1.5 1.5 0 0 0 5 18.5zM5 18.5A1.5 1.5 0 0 0 6.5 20H19v-3M9 8h6" />,
);
export const SearchIcon = icon(<path d="M11 17.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M20 20l-4.3-4.3" />);
export const CheckIcon = icon(<path d="m5 12.5 4.5 4.5L19 7.5" />);
export const CloseIcon = icon(<path d="m6.5 6.5 11 11M17.5 6.5l-11 11" />);
export const BackIcon = icon(<path d="m14.5 6-6 6 6 6" />);
export const ChevronDownIcon = icon(<path d="m7 10 5 5 5-5" />);
export const PersonIcon = icon(<path d="M12 12a3.75 3.75 0 1 0 0-7.5A3.75 3.75 0 0 0 12 12M5 19.5a7 7 0 0 1 14 0" />);
export const TeamIcon = icon(
  <path d="M9 12a3.25 3.25 0 1 0 0-6.5A3.25 3.25 0 0 0 9 12M3 19a6 6 0 0 1 12 0M15.5 5.75a3.25 3.25 0 0 1 0 6M17.5 14a6 6 0 0 1 3.5 5" />,
);
export const TransferIcon = icon(
  <path d="M4 8.5h14.500M15 5l3.500 3.500L15 12M20 15.500H5.500M9 12l-3.500 3.500L9 19" />,
);
export const PanelIcon = icon(
  <path d="M5.5 5h13A1.5 1.5 0 0 1 20 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5v-11A1.5 1.5 0 0 1 5.5 5M14.5 5v14" />,
);
export const MailIcon = icon(
  <path d="M4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5v-9A1.5 1.5 0 0 1 4.5 6zM3.5 7l8.5 6 8.5-6" />,
);
export const SendIcon = icon(<path d="M12 19V5.5M6 11l6-6 6 6" />);
export const ClipIcon = icon(
  <path d="m19.5 11.5-8 8a4.75 4.75 0 0 1-6.7-6.7l8.2-8.2a3.15 3.15 0 0 1 4.5 4.5l-8.2 8.2a1.6 1.6 0 0 1-2.25-2.25l7.5-7.5" />,
);
export const FileIcon = icon(
  <path d="M7.5 3.5h6.5l4 4v11.5a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 6 19V5a1.5 1.5 0 0 1 1.5-1.5M14 3.5v4h4" />,
);
export const LockIcon = icon(
  <path d="M7 11h10a1.5 1.5 0 0 1 1.5 1.5v5.5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 18v-5.5A1.5 1.5 0 0 1 7 11M8.5 11V8a3.5 3.5 0 0 1 7 0v3" />,
);
export const BotIcon = icon(
  <path d="M7 8.5h10A2.5 2.5 0 0 1 19.5 11v5a2.5 2.5 0 0 1-2.5 2.5H7A2.5 2.5 0 0 1 4.5 16v-5A2.5 2.5 0 0 1 7 8.5M12 8.5V5M9.5 13v1M14.5 13v1" />,
);
export const ClockIcon = icon(<path d="M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M12 8v4.25l2.75 1.75" />);
export const KeyboardIcon = icon(
  <path d="M5 7h14a1.5 1.5 0 0 1 1.5 1.5v7A1.5 1.5 0 0 1 19 17H5a1.5 1.5 0 0 1-1.5-1.5v-7A1.5 1.5 0 0 1 5 7M7 10.25h.01M10.3 10.25h.01M13.7 10.25h.01M17 10.25h.01M8.5 13.75h7" />,
);
export const SignOutIcon = icon(
  <path d="M10 4.5H6.5A1.5 1.5 0 0 0 5 6v12a1.5 1.5 0 0 0 1.5 1.5H10M15 16l4-4-4-4M19 12H10" />,
);
export const WarningIcon = icon(
  <path d="M12 9v4M12 16.5h.01M10.7 4.8 3.3 17.5A1.5 1.5 0 0 0 4.6 19.7h14.8a1.5 1.5 0 0 0 1.3-2.2L13.3 4.8a1.5 1.5 0 0 0-2.6 0" />,
);
export const EyeIcon = icon(
  <path d="M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6m9 2.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5" />,
);
export const ReturnIcon = icon(<path d="M9 8 5 12l4 4M5 12h10a4 4 0 0 0 4-4V6" />);
export const PencilIcon = icon(<path d="m14.5 6 3.5 3.5L8.5 19H5v-3.5zM13 7.5l3.5 3.5" />);
export const ThumbUpIcon = icon(
  <path d="M7.5 11v8.5H5A1 1 0 0 1 4 18.5V12a1 1 0 0 1 1-1zm0 0L11 4.5a2 2 0 0 1 2 2.3L12.6 9.5H18a1.75 1.75 0 0 1 1.7 2.1l-1.3 6.5a1.75 1.75 0 0 1-1.7 1.4H7.5" />,
);
export const ThumbDownIcon = icon(
  <path d="M16.5 13V4.5H19a1 1 0 0 1 1 1V12a1 1 0 0 1-1 1zm0 0L13 19.5a2 2 0 0 1-2-2.3l.4-2.7H6a1.75 1.75 0 0 1-1.7-2.1l1.3-6.5A1.75 1.75 0 0 1 7.3 4.5h9.2" />,
);
export const ArrowDownIcon = icon(<path d="M12 5v13M6.5 13l5.5 5.5 5.5-5.5" />);
export const HandIcon = icon(
  <path d="M8 12V6.25a1.25 1.25 0 0 1 2.5 0V11m0-.500V5a1.25 1.25 0 0 1 2.5 0v6m0-.500V6.25a1.25 1.25 0 0 1 2.5 0V12m0-1.5a1.25 1.25 0 0 1 2.5 0V15a5.5 5.5 0 0 1-5.5 5.5h-.500c-2 0-3.3-.800-4.3-2.4L4.9 14a1.3 1.3 0 0 1 2.1-1.5L8 14" />,
);
export const MoreIcon = icon(<path d="M6 12h.01M12 12h.01M18 12h.01" stroke-width="2.5" />);
export const ChoicesIcon = icon(
  <path d="M6 5.5h8a2 2 0 0 1 0 4.5H6A2.25 2.25 0 0 1 6 5.5M9 14h9a2.25 2.25 0 0 1 0 4.5H9A2.25 2.25 0 0 1 9 14" />,
);
export const GearIcon = icon(
  <path d="M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6M10.3 4h3.4l.5 2.2 1.6.9 2.1-.7 1.7 3-1.6 1.5v1.9l1.6 1.5-1.7 3-2.1-.7-1.6.9-.5 2.2h-3.4l-.5-2.2-1.6-.9-2.1.7-1.7-3L6 12.8v-1.9L4.4 9.4l1.7-3 2.1.7 1.6-.9z" />,
);
export const GlobeIcon = icon(
  <path d="M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M4 12h16M12 4c2.5 2.5 3.5 5 3.5 8s-1 5.5-3.5 8c-2.5-2.5-3.5-5-3.5-8s1-5.5 3.5-8" />,
);
export const BlockIcon = icon(<path d="M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M6.5 6.5l11 11" />);
