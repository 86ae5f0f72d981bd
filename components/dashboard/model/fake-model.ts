import { vi } from 'vitest';
import { shownCards } from '@/utils/cards/data';
import { sampleFigures } from '@/utils/cards/fake-figures';
import type { CardStates } from '@/utils/cards/state';
import { periodOf } from '@/utils/figures/time/period';
import { fakeProfile } from '@/utils/store/settings/fake-profile';
import type { DashboardActions, DashboardModel, FiguresModel } from './model';
import type { Screen, Who } from './screens';

const NOW_MS = Date.UTC(2026, 10, 23, 14, 20);

const sample = sampleFigures({ kind: '7d' }, false, NOW_MS);

/** Complete figures of seven days. */
export const fakeCards: CardStates = {
  cohorts: { data: sample.cohorts, fetchedAtMs: NOW_MS - 180_000 },
  cost: { data: sample.cost, fetchedAtMs: NOW_MS - 180_000 },
  feedback: { data: sample.feedback, fetchedAtMs: NOW_MS - 180_000 },
};

export const fakeWho = (overrides: Partial<Who> = {}): Who => ({
  user: 'ada',
  displayName: 'Ada Lovelace',
  org: 'acme',
  orgName: 'Acme University',
  mentor: { idOrSlug: 'statistics', name: 'Statistics tutor' },
  from: 'page',
  ...overrides,
});

/** A dashboard that shows somebody's figures. */
export function fakeModel(overrides: Partial<FiguresModel> = {}): DashboardModel {
  const range = { kind: '7d' } as const;
  const figures: FiguresModel = {
    who: fakeWho(),
    scope: 'all',
    range,
    period: periodOf(range, NOW_MS),
    compare: false,
    running: false,
    cards: fakeCards,
    chosen: { place: 'popup', names: shownCards, isRuled: false },
    budget: null,
    fullUrl: 'https://os.ibl.ai/platform/acme/analytics',
    busy: false,
    failure: null,
    source: 'live',
    fetchedAtMs: NOW_MS - 180_000,
    ...overrides,
  };
  const screen: Screen =
    figures.source === 'sample'
      ? { kind: 'sample' }
      : { kind: 'figures', who: figures.who, profile: fakeProfile(), keyFingerprint: 'f' };
  return { screen, figures, message: '', nowMs: NOW_MS };
}

/** A dashboard that shows no figures. */
export const fakeStop = (screen: Screen): DashboardModel => ({
  screen,
  figures: null,
  message: '',
  nowMs: NOW_MS,
});

/** Buttons that remember that they were clicked. */
export const fakeActions = () =>
  ({
    chooseScope: vi.fn(),
    chooseRange: vi.fn(),
    chooseCards: vi.fn(),
    chooseCompare: vi.fn(),
    chooseRunning: vi.fn(),
    refresh: vi.fn(),
    openOptions: vi.fn(),
    openSidePanel: vi.fn(),
    openInTab: vi.fn(),
    trySample: vi.fn(),
    leaveSample: vi.fn(),
    allowSite: vi.fn(),
    typeUser: vi.fn(async () => true),
    useKeyOrg: vi.fn(),
    onFailure: vi.fn(),
    exportAs: vi.fn(),
  }) satisfies DashboardActions;
