import { useRef, useState } from 'preact/hooks';
import { Choices } from '@/components/ui/Choices';
import { lazy } from '@/components/ui/lazy';
import type { Range } from '@/utils/figures/time/range';
import { say } from '@/utils/say';

const CustomRange = lazy(async () => (await import('./rest')).rest.CustomRange);

const short = ['24h', '7d', '30d', '90d'] as const;
type Short = (typeof short)[number];

const isShort = (kind: string): kind is Short => short.some((preset) => preset === kind);

/** Chooses the range, and whether the range before is drawn along. */
export function RangeBar(props: {
  range: Range;
  compare: boolean;
  nowMs: number;
  onRange: (range: Range) => void;
  onCompare: (compare: boolean) => void;
}) {
  const { range } = props;
  const [choosing, setChoosing] = useState(false);
  const controls = useRef<HTMLDivElement>(null);
  const chosen = choosing || !isShort(range.kind) ? 'custom' : range.kind;
  const choose = (value: Short | 'custom') => {
    setChoosing(value === 'custom' && !choosing);
    if (value !== 'custom') props.onRange({ kind: value });
  };
  return (
    <>
      <div class="controls" ref={controls}>
        <Choices
          label={say('ui_range_label')}
          chosen={chosen}
          onChoose={choose}
          choices={[
            { value: '24h', label: say('ui_range_24h'), title: say('ui_range_24h_long') },
            { value: '7d', label: say('ui_range_7d'), title: say('ui_range_7d_long') },
            { value: '30d', label: say('ui_range_30d'), title: say('ui_range_30d_long') },
            { value: '90d', label: say('ui_range_90d'), title: say('ui_range_90d_long') },
            { value: 'custom', label: say('ui_range_custom') },
          ]}
        />
        <label class="switch" title={say('ui_compare_long')}>
          <input
            type="checkbox"
            checked={props.compare}
            onChange={(event) => props.onCompare(event.currentTarget.checked)}
          />
          {say('ui_compare')}
        </label>
      </div>
      {choosing && (
        <CustomRange
          range={range}
          nowMs={props.nowMs}
          onRange={(next) => {
            // The form goes, and the focus with it, if it stays there.
            controls.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
            setChoosing(false);
            props.onRange(next);
          }}
        />
      )}
    </>
  );
}
