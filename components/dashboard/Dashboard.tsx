import type { Layout } from '@/components/first-paint/inputs';
import { useFirstPaint } from '@/components/first-paint/useFirstPaint';
import { DashboardView } from './DashboardView';
import { useActions } from './hooks/useActions';
import { useDashboard } from './hooks/useDashboard';
import type { Opening } from './model/opening';

/**
 * The dashboard of popup (`compact`) and side panel (`tall`), following the active tab; `shown` names
 * the picture that stood there first.
 */
export function Dashboard(props: {
  layout: Layout;
  opening?: Opening | null;
  shown?: string | null;
}) {
  const { layout, opening = null, shown = null } = props;
  const dashboard = useDashboard(opening);
  const actions = useActions(dashboard, layout === 'compact');
  const { figures } = dashboard.model;
  const isStill = figures !== null && figures.source !== 'sample' && !figures.busy;
  useFirstPaint(layout, isStill ? figures : null, shown);
  return <DashboardView model={dashboard.model} actions={actions} />;
}
