import { DashboardView } from './DashboardView';
import { useActions } from './useActions';
import { useDashboard } from './useDashboard';

/** The dashboard of popup (`compact`) and side panel (`tall`), following the active tab. */
export function Dashboard({ layout }: { layout: 'compact' | 'tall' }) {
  const dashboard = useDashboard();
  const actions = useActions(dashboard, layout === 'compact');
  return <DashboardView model={dashboard.model} actions={actions} />;
}
