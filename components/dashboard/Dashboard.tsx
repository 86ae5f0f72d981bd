import type { Layout } from '@/components/picture/found';
import { usePicture } from '@/components/picture/usePicture';
import { DashboardView } from './DashboardView';
import type { Opening } from './opening';
import { useActions } from './useActions';
import { useDashboard } from './useDashboard';

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
  usePicture(layout, isStill ? figures : null, shown);
  return <DashboardView model={dashboard.model} actions={actions} />;
}
