import type { ReactNode, SVGProps } from 'react'

/** Our own line icons on a 20 × 20 grid; always decoration, the word beside them speaks. */
const paths = {
  home: <path d="M3.5 9.2 10 3.8l6.5 5.4V16a.8.8 0 0 1-.8.8h-3.4v-4.6H7.7v4.6H4.3a.8.8 0 0 1-.8-.8z" />,
  ledger: <path d="M4 3.5h12v13H4zM7 7h6M7 10h6M7 13h3.5" />,
  import: <path d="M10 3.5v8.5m-3.4-3.3L10 12.1l3.4-3.4M3.8 13.2v2.5c0 .5.4.8.8.8h10.8c.4 0 .8-.3.8-.8v-2.5" />,
  contract: <path d="M5 3.3h7l3.5 3.5v10H5zM11.8 3.5V7h3.5M7.5 10.5h5M7.5 13.3h5" />,
  shield: <path d="M10 2.9 16 5v4.7c0 3.7-2.5 6.2-6 7.5-3.5-1.3-6-3.8-6-7.5V5zM7.4 9.9l1.9 1.9 3.4-3.7" />,
  settings: (
    <>
      <circle cx="10" cy="10" r="2.4" />
      <path d="M10 2.8v2.1M10 15.1v2.1M2.8 10h2.1M15.1 10h2.1M4.9 4.9l1.5 1.5M13.6 13.6l1.5 1.5M15.1 4.9l-1.5 1.5M6.4 13.6l-1.5 1.5" />
    </>
  ),
  search: <path d="M9 14.2A5.2 5.2 0 1 0 9 3.8a5.2 5.2 0 0 0 0 10.4zM12.9 12.9l3.6 3.6" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  check: <path d="m4.5 10.5 3.7 3.7 7.3-8.2" />,
  dot: <circle cx="10" cy="10" r="5" fill="currentColor" stroke="none" />,
  ring: <circle cx="10" cy="10" r="5" />,
  warn: <path d="M10 4 17 16H3zM10 8.5v3.4M10 13.9v.1" />,
  up: <path d="M10 16V4.5M5.5 9 10 4.5 14.5 9" />,
  clock: <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.2l2.8 1.7" />,
  person: <path d="M10 9.8a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.8 16.8c.5-3.1 3-4.9 6.2-4.9s5.7 1.8 6.2 4.9" />,
  shop: (
    <path d="M4 8.5v8h12v-8M3 8.5 4.5 3.5h11L17 8.5c0 1.1-1 2-2.3 2s-2.4-.9-2.4-2c0 1.1-1 2-2.3 2s-2.3-.9-2.3-2c0 1.1-1.1 2-2.4 2S3 9.6 3 8.5zM8 16.5v-3.3h4v3.3" />
  ),
  agency: (
    <path d="M4 16.7V4.5l7-1.5v13.7M11 8h5v8.7M3 16.7h14M6.5 7.5h2M6.5 10.3h2M6.5 13.1h2M13.2 10.8h.8M13.2 13.5h.8" />
  ),
  inbox: <path d="M3.5 11.5 5.6 4.2h8.8l2.1 7.3v4.3h-13zM3.5 11.5h4l1 2h3l1-2h4" />,
  scales: (
    <path d="M10 3.5v13M6.5 16.5h7M4 6h12M4 6l-2 5.2c.5 1 1.2 1.4 2 1.4s1.5-.4 2-1.4zM16 6l-2 5.2c.5 1 1.2 1.4 2 1.4s1.5-.4 2-1.4z" />
  ),
  folder: <path d="M3 5.3c0-.5.4-.8.8-.8h4l1.6 2h6.8c.5 0 .8.3.8.8v7.9c0 .5-.3.8-.8.8H3.8a.8.8 0 0 1-.8-.8z" />,
  file: <path d="M5 3.3h7l3.5 3.5v10H5zM11.8 3.5V7h3.5" />,
  download: <path d="M10 3.5v9M6.3 9 10 12.7 13.7 9M4 16.5h12" />,
  plus: <path d="M10 4v12M4 10h12" />,
  back: <path d="m12.5 4.5-5.5 5.5 5.5 5.5" />,
  calendar: <path d="M4 5h12v11.5H4zM4 8.5h12M7 3v3M13 3v3" />,
  chevron: <path d="m7.5 4.5 5.5 5.5-5.5 5.5" />,
  down: <path d="m4.5 7.5 5.5 5.5 5.5-5.5" />,
  grid: <path d="M3.5 3.5h13v13h-13zM3.5 8h13M3.5 12.3h13M8 3.5v13M12.3 3.5v13" />,
  list: <path d="M4 5.5h12M4 10h12M4 14.5h12" />,
  info: <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9.3v4M10 6.7v.1" />,
  lock: <path d="M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9" />,
  bank: <path d="M3 8 10 3.5 17 8zM4.5 8v6.5M8.2 8v6.5M11.8 8v6.5M15.5 8v6.5M3 16.5h14" />,
  chat: <path d="M3.5 4.5h13v9.3H9.3l-3.5 2.7v-2.7H3.5z" />,
  undo: <path d="M7.5 5 4 8.5 7.5 12M4.3 8.5h7.4a4 4 0 0 1 0 8H9" />,
  pencil: <path d="m4 13.2-.6 3.4 3.4-.6 9-9-2.8-2.8zM11.4 5.8l2.8 2.8" />,
  grip: <path d="M7.5 5h.1M12.5 5h.1M7.5 10h.1M12.5 10h.1M7.5 15h.1M12.5 15h.1" strokeWidth={2.2} />,
  more: <path d="M5 10h.1M10 10h.1M15 10h.1" strokeWidth={2.4} />,
  book: (
    <path d="M10 5.6C8.4 4.4 6 4 3.5 4.2v11.3c2.5-.2 4.9.2 6.5 1.4 1.6-1.2 4-1.6 6.5-1.4V4.2C14 4 11.6 4.4 10 5.6zM10 5.6v11.3" />
  ),
  play: <path d="M7 4.5v11l9-5.5z" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof paths

/** A line icon in the colour of the text around it. */
export function Icon({ name, size = 18, ...rest }: { name: IconName; size?: number } & SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      {paths[name]}
    </svg>
  )
}
