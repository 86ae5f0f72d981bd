import { openDashboard } from './open';

// This is part of the first file, which the options page loads too for what they share. One file, since
// a second file would start 4 ms later.
const { layout } = document.documentElement.dataset;
if (layout === 'compact' || layout === 'tall') openDashboard(layout);
