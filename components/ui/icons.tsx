const shapes = {
  refresh: 'M13.5 8a5.5 5.5 0 1 1-1.6-3.9M13.5 2v3h-3',
  panel: 'M2 3.5h12v9H2zM10 3.5v9',
  options:
    'M2 4.5h6.5M12 4.5h2M2 11.5h2M7.5 11.5H14M8.5 4.5a1.75 1.75 0 1 0 3.5 0 1.75 1.75 0 1 0-3.5 0M4 11.5a1.75 1.75 0 1 0 3.5 0 1.75 1.75 0 1 0-3.5 0',
  export: 'M8 2v7.5M5 6.5 8 9.5l3-3M2.5 11v2.5h11V11',
  external: 'M6.5 3.5h-4v10h10v-4M9.5 2.5h4v4M13.5 2.5 7.5 8.5',
  table: 'M2 3h12v10H2zM2 6.5h12M2 10h12M6.5 6.5V13',
  shares: 'M7 2.5a5.5 5.5 0 1 0 6.5 6.5H7zM10 2a4.5 4.5 0 0 1 4 4h-4z',
  tab: 'M2 4.5h12v8H2zM2 7h12M4 2.5h5v2',
  cards: 'M2 3h5v4.5H2zM9 3h5v4.5H9zM2 9.5h5V14H2zM9 9.5h5V14H9z',
  good: 'M3 8.5 6.5 12 13 4.5',
  bad: 'M4 4l8 8M12 4l-8 8',
  idle: 'M5 8h6',
} as const;

export type IconName = keyof typeof shapes;

/** One of our line icons; it is only decoration, as a text beside it has the meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
