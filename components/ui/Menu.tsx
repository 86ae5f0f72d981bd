import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icons';

interface Item {
  label: string;
  onChoose: () => void;
  /** Given for something that is switched: the menu stays open then. */
  checked?: boolean;
  disabled?: boolean;
  /** Moves the item one place up. */
  up?: { label: string; onChoose: () => void };
}

/** A button that opens a menu: arrow keys walk it, Escape and a click elsewhere close it. */
export function Menu(props: {
  label: string;
  icon: IconName;
  items: Item[];
  /** Said above the items. */
  note?: string | undefined;
}) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    place.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  const close = () => {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    if (event.key === 'Tab') setOpen(false);
    const steps: Record<string, number | undefined> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const items = [...(place.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = items.findIndex((item) => item.matches(':focus'));
    items[(at + step + items.length) % items.length]?.focus();
  };

  return (
    <div class="menu-place" ref={place} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="icon-button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={props.label}
        title={props.label}
        onClick={() => setOpen(!open)}
      >
        <Icon name={props.icon} />
      </button>
      {open && (
        <div class="menu" role="menu" id={id} aria-label={props.label}>
          {props.note && <p role="none">{props.note}</p>}
          {props.items.map((item) =>
            item.checked === undefined ? (
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                key={item.label}
                onClick={() => {
                  close();
                  item.onChoose();
                }}
              >
                {item.label}
              </button>
            ) : (
              <SwitchedItem key={item.label} item={item} checked={item.checked} />
            ),
          )}
        </div>
      )}
    </div>
  );
}

/** One that is switched on and off, and may be moved up. */
function SwitchedItem({ item, checked }: { item: Item; checked: boolean }) {
  const row = useRef<HTMLDivElement>(null);
  const acted = useRef<HTMLElement | null>(null);
  // A row that moves drops the focus, and the first one has nothing to move it up with any more.
  useLayoutEffect(() => {
    const element = acted.current;
    acted.current = null;
    (element?.isConnected === false ? row.current?.querySelector('button') : element)?.focus();
  });
  const act = (choose: () => void) => (event: Event & { currentTarget: HTMLElement }) => {
    acted.current = event.currentTarget;
    choose();
  };
  return (
    <div class="menu-row" role="none" ref={row}>
      <button
        type="button"
        role="menuitemcheckbox"
        aria-checked={checked}
        aria-disabled={item.disabled}
        tabIndex={-1}
        onClick={act(() => item.disabled || item.onChoose())}
      >
        {item.label}
      </button>
      {item.up && (
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-label={item.up.label}
          title={item.up.label}
          onClick={act(item.up.onChoose)}
        >
          ↑
        </button>
      )}
    </div>
  );
}
