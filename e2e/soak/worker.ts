import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { chance } from '../../demo/data/chance';
import { apiRequests, openPopup, type Stage, settled, startStage } from '../chromium';
import { createKiller } from './kill';
import { ASKING, type Seen } from './page';

/** The result of a soak test. */
export interface SoakReport {
  kills: number;
  /** Those that struck while a refresh was on its way. */
  killsMidRefresh: number;
  /** Clicks on Refresh, in popup and panel together. */
  refreshes: number;
  /** Clicks after which a page showed anything that had failed: what it showed, and how its messages fared. */
  visibleFailures: string[];
  /** Requests that a click causes without a kill. */
  requestsAClick: number;
  /** Requests beyond those that as many clicks cause without a kill. */
  extraRequests: number;
  replyP50Ms: number;
  replyP99Ms: number;
  uncaught: string[];
}

/** A refresh that is sent again goes on from what was kept: it repeats less than this of its requests. */
const MOST_REPEATED = 1 / 3;

/** Returns the errors in a report; empty for a good one. */
export function workerFaults(report: SoakReport): string[] {
  const { killsMidRefresh, requestsAClick, visibleFailures, extraRequests, uncaught } = report;
  return [
    ...visibleFailures.map((failure) => `visible: ${failure}`),
    ...(extraRequests > MOST_REPEATED * requestsAClick * killsMidRefresh
      ? [`${extraRequests} requests too many for ${killsMidRefresh} kills in mid-refresh`]
      : []),
    ...uncaught.map((error) => `uncaught: ${error}`),
  ];
}

/** Long enough that popup and panel, clicked at once, share one reading of the figures. */
const LATENCY_MS = 20;
const CALM_ROUNDS = 5;
/** Between two kills: 20 ms to this long, unless told otherwise. */
const KILL_GAP_MS = 580;
/** The log line of a worker that is stopped while it loads its code; the command is then sent again. */
const LAST_WORD = /^NetworkError: Failed to execute 'importScripts'.*work\.js' failed to load/;
/** Between two clicks on Refresh: at once to this long. */
const REST_MS = 300;

/**
 * Kills the worker at random moments (the same ones for the same seed) while popup and side panel,
 * over one tab of the shipped build in a real Chromium, ask for newer figures all the time.
 */
export async function soakWorker(
  kills: number,
  seed: number,
  gapMs = KILL_GAP_MS,
): Promise<SoakReport> {
  const stage = await startStage();
  stage.demo.control.latencyMs = LATENCY_MS;
  try {
    const panel = await stage.session.openPanel();
    await settled(panel);
    const popup = await openPopup(stage);
    return await soak(stage, [popup, panel], kills, { seed, gapMs });
  } finally {
    await stage.close();
  }
}

async function soak(
  stage: Stage,
  pages: Page[],
  kills: number,
  { seed, gapMs }: { seed: number; gapMs: number },
) {
  for (const page of pages) await page.evaluate(ASKING);
  let isAsking = false;
  const both = async () => {
    isAsking = true;
    const seen = await Promise.all(pages.map((page) => page.evaluate<Seen>('window.__ask()')));
    isAsking = false;
    return seen;
  };

  let before = stage.demo.requests.length;
  const [needed = 0] = new Set(
    await repeat(CALM_ROUNDS, async () => {
      before = stage.demo.requests.length;
      await both();
      return apiRequests(stage, before).length;
    }),
  );

  const killer = await createKiller(pages[0] ?? stage.app);
  const seen: Seen[] = [];
  let killed = 0;
  let killsMidRefresh = 0;
  let rounds = 0;
  before = stage.demo.requests.length;
  const killing = (async () => {
    for (let n = 0; killed < kills; n += 1) {
      await wait(20 + (gapMs - 20) * chance(seed, 'kill', n));
      const mid = isAsking;
      if (!(await killer.kill())) continue;
      killed += 1;
      if (mid) killsMidRefresh += 1;
    }
  })();
  while (killed < kills) {
    seen.push(...(await both()));
    rounds += 1;
    await wait(REST_MS * chance(seed, 'rest', rounds));
  }
  await killing;
  // Once more without a kill, so that nothing of the last one is left unseen.
  seen.push(...(await both()));
  rounds += 1;
  const replies = seen.map(({ replyMs }) => replyMs).sort((a, b) => a - b);
  const at = (share: number) => replies[Math.ceil(share * replies.length) - 1] ?? Number.NaN;
  return {
    kills: killed,
    killsMidRefresh,
    refreshes: seen.length,
    visibleFailures: seen.flatMap(({ failures, trail }) =>
      failures.map((failure) => [failure, ...trail].join('\n  ')),
    ),
    requestsAClick: needed,
    extraRequests: apiRequests(stage, before).length - rounds * needed,
    replyP50Ms: at(0.5),
    replyP99Ms: at(0.99),
    uncaught: stage.errors.filter((error) => !LAST_WORD.test(error)),
  };
}

async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let n = 0; n < times; n += 1) all.push(await work());
  return all;
}
