// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { fakeModel, fakeWho } from '../model/fake-model';
import { exportFigures } from './export-figures';

const saved = vi.hoisted((): { name: string; text: Promise<string> }[] => []);
vi.mock('@/components/ui/save-file', () => ({
  saveFile: (blob: Blob, name: string) => saved.push({ name, text: blob.text() }),
}));

it('names the base in the file and in its name where the organization could be another one', async () => {
  const { figures } = fakeModel();
  const { figures: ambiguous } = fakeModel({ who: fakeWho({ base: 'api.example.edu' }) });
  if (!figures || !ambiguous) throw new Error('no figures');
  for (const format of ['csv', 'json'] as const) {
    await exportFigures(format, figures);
    await exportFigures(format, ambiguous);
    const [plain, named] = saved.splice(0);
    expect(named?.name).toContain('lens-acme-api-example-edu-');
    expect(await named?.text).toContain('api.example.edu');
    expect(plain?.name).not.toContain('example');
    expect(await plain?.text).not.toContain('example');
  }
});
