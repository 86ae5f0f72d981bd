// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { DashboardView } from '@/components/dashboard/DashboardView';
import { fakeActions, fakeModel } from '@/components/dashboard/model/fake-model';
import { cardNames } from '@/utils/cards/data';
import { sampleCards } from '@/utils/cards/samples';
import { elementOf, treeOf } from './dom-tree';

/** All cards of which there are sample figures; the two others are stand-ins and draw as their cards do. */
const everyCard = sampleCards({ kind: '7d' }, false, Date.UTC(2026, 10, 23, 14, 20));

afterEach(cleanup);

function drawn(overrides: Parameters<typeof fakeModel>[0] = {}): Element {
  const model = fakeModel({ compare: true, running: true, source: 'cache', ...overrides });
  const { container } = render(<DashboardView model={model} actions={fakeActions()} />);
  const main = container.querySelector('main');
  if (!main) throw new Error('a dashboard is a main');
  return main;
}

/** As markup, where each checkbox is checked, with the attribute that says so. */
const withChoices = ({ outerHTML }: Element): string =>
  outerHTML.replaceAll(' type="checkbox"', ' type="checkbox" checked=""');

describe('a tree', () => {
  it('is a whole dashboard as data, and the same dashboard again', () => {
    const main = drawn();
    const again = elementOf(JSON.parse(JSON.stringify(treeOf(main))));
    expect(again.outerHTML).toBe(withChoices(main));
    expect(again.querySelectorAll('svg.sketch path').length).toBeGreaterThan(3);
    expect(again.querySelector('svg.sketch')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  });

  it.each(Object.keys(everyCard))('holds the card %s with all that it draws', (name) => {
    const names = cardNames.filter((one) => one === name);
    const chosen = { place: 'panel', names, isRuled: false } as const;
    const main = drawn({ cards: everyCard, chosen });
    expect(main.querySelector(`[data-card="${name}"]`)?.getAttribute('data-state')).toBe('ready');
    expect(elementOf(treeOf(main)).outerHTML).toBe(withChoices(main));
  });

  it('keeps what was chosen, which no attribute tells', () => {
    const box = elementOf(treeOf(drawn())).querySelector('input');
    expect(box?.checked).toBe(true);
  });

  it('fault 84: holds markup as text', () => {
    const span = document.createElement('span');
    span.textContent = '<img src=x onerror=alert(1)>';
    expect(elementOf(treeOf(span)).children).toHaveLength(0);
  });

  it.each<[string, unknown]>([
    ['a text', 'main'],
    ['nothing', null],
    ['a script', ['main', {}, ['script', { src: '/chunks/a.js' }]]],
    ['a frame', ['iframe', { src: 'https://evil.example/' }]],
    ['a handler', ['button', { onclick: 'alert(1)' }]],
    ['a link to code', ['a', { href: 'javascript:alert(1)' }]],
    ['an attribute that is no text', ['div', { class: 5 }]],
    ['an element without attributes', ['div']],
    ['a child that is none', ['div', {}, 5]],
  ])('fault 51: is not made of %s', (_, tree) => {
    expect(() => elementOf(tree)).toThrow(TypeError);
  });
});
