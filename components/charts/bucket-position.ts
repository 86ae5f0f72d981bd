import { plotArea } from '@/utils/figures/chart/layout';
import type { ChartModel } from '@/utils/figures/chart/model';

const area = (width: number) => plotArea(width, 0);

/** Columns stand in the middle of their slot; lines run from edge to edge. */
const slotted = (model: ChartModel) => model.kind === 'bars' || model.labels.length < 2;

/** Where a bucket stands, in CSS pixels from the plot's left edge. */
export function xOfBucket(model: ChartModel, width: number, index: number): number {
  const { left, width: inner } = area(width);
  const length = model.labels.length;
  return slotted(model)
    ? left + ((index + 0.5) * inner) / Math.max(1, length)
    : left + (index * inner) / (length - 1);
}

/** The bucket nearest to a place on the plot; null where there is none. */
export function bucketAt(model: ChartModel, width: number, x: number): number | null {
  const { left, width: inner } = area(width);
  const last = model.labels.length - 1;
  if (last < 0) return null;
  const share = (x - left) / inner;
  const index = slotted(model) ? Math.floor(share * (last + 1)) : Math.round(share * last);
  return Math.min(last, Math.max(0, index));
}

/** Returns the bucket to which a key moves; undefined for other keys. */
export function bucketByKey(key: string, from: number | null, length: number): number | undefined {
  const last = length - 1;
  switch (key) {
    case 'ArrowRight':
      return from === null ? 0 : Math.min(last, from + 1);
    case 'ArrowLeft':
      return from === null ? last : Math.max(0, from - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
