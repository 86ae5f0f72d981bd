import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { ChartModel } from '@/utils/figures/chart/model';
import { sketch } from '@/utils/figures/chart/sketch';
import { say } from '@/utils/say';
import { bucketAt, bucketByKey, xOfBucket } from './bucket-position';
import { SketchView } from './SketchView';
import { PAPER_PX } from './size';
import { spoken, Tip } from './Tip';
import { useCanvas } from './useCanvas';
import { usePaper } from './usePaper';
import { usePlotSize } from './usePlotSize';

/**
 * A chart: a sketch at once, the canvas over it as soon as the chart library is there, and its
 * values by pointer and by arrow keys. `build` gives the chart for at most so many points.
 */
export function Plot(props: { build: (maxPoints: number) => ChartModel; summary: string }) {
  const { build, summary } = props;
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const id = useId();
  const { width, height } = usePlotSize(place);
  const model = useMemo(() => build(width), [build, width]);
  const drawn = useCanvas(canvas, model, width, height);
  const paper = usePaper(() => {
    const printed = sketch(build(PAPER_PX.width), PAPER_PX.width, PAPER_PX.height);
    return <SketchView sketch={printed} id={`${id}p`} />;
  });
  const [active, setActive] = useState<{ model: ChartModel; index: number } | null>(null);
  const [words, setWords] = useState('');
  // A selected bucket of an earlier chart does not apply to this one.
  const index = active?.model === model ? active.index : null;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && index !== null) {
      event.preventDefault();
      return setActive(null);
    }
    const next = bucketByKey(event.key, index, model.labels.length);
    if (next === undefined) return;
    event.preventDefault();
    setActive({ model, index: next });
    setWords(spoken(model, next));
  };
  const onPointerMove = (event: PointerEvent) => {
    const left = place.current?.getBoundingClientRect().left ?? 0;
    const at = bucketAt(model, width, event.clientX - left);
    setActive(at === null ? null : { model, index: at });
  };

  return (
    <div
      class="plot"
      ref={place}
      dir="ltr"
      style={{ height: `${height}px` }}
      data-drawn={drawn ? 'chart' : 'sketch'}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setActive(null)}
    >
      {!drawn && <SketchView sketch={sketch(model, width, height)} id={id} />}
      <canvas
        ref={canvas}
        role="img"
        aria-label={summary}
        aria-describedby={`${id}keys`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setActive(null)}
      />
      {index !== null && (
        <Tip model={model} index={index} x={xOfBucket(model, width, index)} width={width} />
      )}
      <div class="paper" ref={paper} />
      <span class="hidden-text" id={`${id}keys`}>
        {say('ui_chart_keys')}
      </span>
      <span class="hidden-text" aria-live="polite">
        {words}
      </span>
    </div>
  );
}
