import { expect, it } from 'vitest';
import { allRequests, drawn, figuresOn, openPopup, settled } from './chromium';
import { useStage } from './stage';
import { chooseRange } from './view';

const stage = useStage({ configured: false });

it('sample data is shown in popup and panel, labelled, without any request, and can be left', async () => {
  const before = stage.demo.requests.length;
  const popup = await openPopup(stage, 'setup');
  await popup.getByRole('button', { name: 'Try with sample data' }).click();
  await settled(popup);
  expect(await popup.locator('main').getAttribute('data-source')).toBe('sample');
  await popup.getByText('Sample data').first().waitFor();
  for (const value of Object.values(await figuresOn(popup))) expect(value).toBeGreaterThan(0);
  await drawn(popup);
  expect(await popup.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true);
  const month = await figuresOn(popup);
  await chooseRange(popup, '7 d');
  await expect.poll(() => figuresOn(popup)).not.toEqual(month);
  await chooseRange(popup, '30 d');
  // The same figures whenever one looks.
  await expect.poll(() => figuresOn(popup)).toEqual(month);

  const panel = await stage.session.openPanel();
  await settled(panel);
  expect(await panel.locator('main').getAttribute('data-source')).toBe('sample');
  expect(await figuresOn(panel)).toEqual(month);
  await panel.getByText("nobody's real figures").waitFor();
  expect(allRequests(stage, before)).toEqual([]);

  await panel.getByRole('button', { name: 'Leave sample data' }).click();
  await panel.locator('main[data-state="setup"]').waitFor();
  await openPopup(stage, 'setup');
  expect(allRequests(stage, before)).toEqual([]);
  expect(stage.errors).toEqual([]);
});
