import { CardTable } from '@/components/cards/CardTable';
import { CustomRange } from './CustomRange';
import { SampleBand, Setup } from './states/Setup';
import { Stopped } from './states/Stopped';

/** What the first picture of figures doesn't need, in one file: see `later`. */
export const rest = { CardTable, CustomRange, SampleBand, Setup, Stopped };
