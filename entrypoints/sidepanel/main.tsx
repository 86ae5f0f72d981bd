import '@/components/ui/dashboard.css';
import { readOpening } from '@/components/dashboard/opening';

// Reading begins at once; the views are loaded beside it.
const opening = readOpening();
const { mountDashboard } = await import('@/components/dashboard/mount');
await mountDashboard('tall', opening);
