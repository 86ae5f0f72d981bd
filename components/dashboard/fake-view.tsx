import { fireEvent, render, screen } from '@testing-library/preact';
import { DashboardView } from './DashboardView';
import { fakeActions } from './model/fake-model';
import type { DashboardModel } from './model/model';

/** For tests: draws a dashboard; also the actions that its buttons call. */
export function show(model: DashboardModel) {
  const actions = fakeActions();
  render(<DashboardView model={model} actions={actions} />);
  return { actions, main: screen.getByRole('main') };
}

export const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

/** The raw value of a headline figure. */
export const figure = (main: HTMLElement, name: string) =>
  main.querySelector<HTMLElement>(`output[data-kpi="${name}"]`)?.dataset.value;
