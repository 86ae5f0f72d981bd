import { CardTable } from '@/components/cards/CardTable';
import { CustomRange } from './CustomRange';
import { SampleBand, Setup } from './states/Setup';
import { Stopped } from './states/Stopped';

/** The views that the first paint of figures doesn't need, in one file: see `lazy`. */
export const rest = { CardTable, CustomRange, SampleBand, Setup, Stopped };
