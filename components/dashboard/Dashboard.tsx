import type { ComponentChild } from 'preact';
import type { Layout } from '@/components/ui/layout';
import { DashboardView } from './DashboardView';
import { useActions } from './hooks/useActions';
import { useDashboard } from './hooks/useDashboard';
import type { FiguresModel } from './model/model';
import type { Opening } from './model/opening';

/**
 * The dashboard of popup (`compact`) and side panel (`tall`), following the active tab. `children` gets
 * the figures that are shown, null while they still change or are sample figures.
 */
export function Dashboard(props: {
  layout: Layout;
  opening: Opening | null;
  children?: (settled: FiguresModel | null) => ComponentChild;
}) {
  const { layout, opening, children } = props;
  const dashboard = useDashboard(opening, layout);
  const actions = useActions(dashboard, layout === 'compact');
  const { figures } = dashboard.model;
  const isSettled = figures !== null && figures.source !== 'sample' && !figures.busy;
  return (
    <>
      <DashboardView model={dashboard.model} actions={actions} />
      {children?.(isSettled ? figures : null)}
    </>
  );
}
