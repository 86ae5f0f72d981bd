import { CardTable } from '@/components/charts/CardTable';
import { CustomRange } from './CustomRange';
import { SampleBand, Setup } from './Setup';
import { Stopped } from './Stopped';

/** What the first picture of figures doesn't need, in one file: see `later`. */
export const rest = { CardTable, CustomRange, SampleBand, Setup, Stopped };
