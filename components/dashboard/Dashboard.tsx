import { DashboardView } from './DashboardView';
import type { Opening } from './opening';
import { useActions } from './useActions';
import { useDashboard } from './useDashboard';

/** The dashboard of popup (`compact`) and side panel (`tall`), following the active tab. */
export function Dashboard(props: { layout: 'compact' | 'tall'; opening?: Opening | null }) {
  const { layout, opening = null } = props;
  const dashboard = useDashboard(opening);
  const actions = useActions(dashboard, layout === 'compact');
  return <DashboardView model={dashboard.model} actions={actions} />;
}
