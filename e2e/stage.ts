import { afterAll, beforeAll } from 'vitest';
import { type Stage, type StageOptions, startStage } from './chromium';

/** A stage for all tests of a file, begun before the first of them and closed after the last. */
export function useStage(options: StageOptions = {}): Stage {
  let begun: Stage | undefined;
  beforeAll(async () => {
    begun = await startStage(options);
  });
  afterAll(() => begun?.close());
  const stage = () => {
    if (!begun) throw new Error('the stage has not begun yet');
    return begun;
  };
  return {
    get demo() {
      return stage().demo;
    },
    get session() {
      return stage().session;
    },
    get app() {
      return stage().app;
    },
    get errors() {
      return stage().errors;
    },
    close: () => stage().close(),
  };
}
