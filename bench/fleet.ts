import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { believable, json } from '../demo/fakes/fake-api';
import { fakeDeps, query } from '../demo/fakes/worker-dependencies';
import { putBetween } from './results';

/**
 * A working week of many clients, each with its own cache, circuit breakers and worker, on a simulated
 * clock: the product's own refresh, cache, coalescing, retries and breaker; only the network and the
 * storage are stand-ins. Usage: `npm run bench:fleet [clients]`.
 */
const CLIENTS = Number(process.argv[2] ?? 10_000);
const OPENINGS_A_DAY = 6;
const DAYS = 5;
const HOUR_MS = 3_600_000;
const MONDAY_MS = Date.UTC(2026, 10, 16);
/** The API does not answer for ten minutes, on Wednesday at eleven. */
const OUTAGE = { fromMs: MONDAY_MS + 59 * HOUR_MS, toMs: MONDAY_MS + 59 * HOUR_MS + 600_000 };

/** A seeded generator (mulberry32): the same fleet in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** When one client opens the popup, in order: mostly at work, denser about ten and two o'clock. */
function openings(random: () => number): number[] {
  const all: number[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    for (let n = 0; n < OPENINGS_A_DAY; n += 1) {
      const centre = random() < 0.5 ? 10 : 14;
      const hour = Math.min(19, Math.max(7, centre + (random() + random() + random() - 1.5) * 3));
      all.push(MONDAY_MS + day * 24 * HOUR_MS + Math.floor(hour * HOUR_MS));
    }
  }
  return all.sort((a, b) => a - b);
}

let nowMs = MONDAY_MS;
const callsBySecond = new Map<number, number>();
const isGone = () => nowMs >= OUTAGE.fromMs && nowMs < OUTAGE.toMs;

/** One client's week; its requests are counted per second. */
async function simulate(openedAtMs: number[]): Promise<void> {
  const fakes = fakeDeps((url) => {
    const second = Math.floor(nowMs / 1000);
    callsBySecond.set(second, (callsBySecond.get(second) ?? 0) + 1);
    return isGone() ? json({}, 503) : believable(url);
  });
  fakes.state.clock = () => nowMs;
  const refresh = fakes.worker();
  for (const atMs of openedAtMs) {
    nowMs = atMs;
    await refresh({ ...query, range: { kind: '30d' } });
  }
}

const startedMs = performance.now();
const random = generator(7);
// The clients don't affect each other, so they run one after the other to save memory.
for (let client = 0; client < CLIENTS; client += 1) await simulate(openings(random));

/** The most calls in any one second of [fromMs, toMs), and the sum of all. */
function calls(fromMs: number, toMs: number) {
  let peak = 0;
  let sum = 0;
  for (const [second, count] of callsBySecond) {
    if (second * 1000 < fromMs || second * 1000 >= toMs) continue;
    peak = Math.max(peak, count);
    sum += count;
  }
  return { peak, sum };
}

const week = calls(MONDAY_MS, MONDAY_MS + 7 * 24 * HOUR_MS);
const monday = calls(MONDAY_MS, MONDAY_MS + 24 * HOUR_MS);
const thursday = calls(MONDAY_MS + 72 * HOUR_MS, MONDAY_MS + 96 * HOUR_MS);
const usual = Math.max(
  calls(OUTAGE.fromMs - HOUR_MS, OUTAGE.fromMs).peak,
  calls(OUTAGE.fromMs + 24 * HOUR_MS, OUTAGE.fromMs + 26 * HOUR_MS).peak,
);
const during = calls(OUTAGE.fromMs, OUTAGE.toMs);
const after = calls(OUTAGE.toMs, OUTAGE.toMs + HOUR_MS);
const scale = 50_000 / CLIENTS;

const lines = [
  `${CLIENTS.toLocaleString('en')} clients, ${OPENINGS_A_DAY} openings a day each, ${DAYS} days, range 30 d; ${((performance.now() - startedMs) / 1000).toFixed(0)} s to simulate.`,
  '',
  '| | |',
  '|---|---|',
  `| calls a client and day, whole week | ${(week.sum / CLIENTS / DAYS).toFixed(1)} (goal 15) |`,
  `| calls a client on the first day (empty cache) | ${(monday.sum / CLIENTS).toFixed(1)} |`,
  `| calls a client on the fourth day | ${(thursday.sum / CLIENTS).toFixed(1)} |`,
  `| peak calls a second, ordinary late morning | ${usual} |`,
  `| calls during the outage of ten minutes | ${during.sum} (peak ${during.peak} a second) |`,
  `| peak calls a second in the hour after it | ${after.peak} (${(after.peak / usual).toFixed(2)} x the ordinary peak; goal 2 x) |`,
  `| an organization of 50,000 users, ordinary peak | about ${Math.round(usual * scale)} calls a second |`,
];
console.log(lines.join('\n'));
putBetween('fleet', lines.join('\n'));
writeFileSync(
  join(import.meta.dirname, 'fleet.json'),
  `${JSON.stringify({ clients: CLIENTS, week, monday, thursday, usual, during, after }, null, 2)}\n`,
);
