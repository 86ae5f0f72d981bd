import { expect, it } from 'vitest';
import { analyticsUrl, analyticsUrlFor } from './analytics-link';

it.each([
  ['os.ibl.ai', 'acme', 'tutor', 'https://os.ibl.ai/platform/acme/tutor/analytics'],
  ['mentor.iblai.tech', 'acme', null, 'https://mentor.iblai.tech/platform/acme/analytics'],
  ['skills.iblai.app', 'acme', null, 'https://mentorai.iblai.app/platform/acme/analytics'],
  ['lms.ibl.ai', 'acme', null, 'https://os.ibl.ai/platform/acme/analytics'],
  ['ai.example.edu', 'acme', 'x', 'https://ai.example.edu/platform/acme/x/analytics'],
  ['lms.example.edu', 'acme', null, 'https://os.ibl.ai/platform/acme/analytics'],
  [null, 'acme', null, 'https://os.ibl.ai/platform/acme/analytics'],
  ['os.ibl.ai', 'a c', null, null],
  ['os.ibl.ai', 'acme', '..', null],
])('on %s the analytics of %s and mentor %s are %s', (host, org, mentor, url) =>
  expect(analyticsUrl(host, org, mentor)).toBe(url));

const APP_BASE = 'https://base.manager.iblai.app';
it.each([
  ['os.ibl.ai', APP_BASE, 'https://os.ibl.ai/platform/acme/analytics'],
  [null, APP_BASE, 'https://os.ibl.ai/platform/acme/analytics'],
  ['mentor.example.edu', APP_BASE, 'https://os.ibl.ai/platform/acme/analytics'],
  ['os.ibl.ai', 'https://api.iblai.org/dm', 'https://mentorai.iblai.org/platform/acme/analytics'],
  [null, 'https://base.manager.example.edu', null],
  [
    'mentor.example.edu',
    'https://base.manager.example.edu',
    'https://mentor.example.edu/platform/acme/analytics',
  ],
])('on %s figures of %s have their page at %s', (host, baseUrl, url) =>
  expect(analyticsUrlFor(host, baseUrl, 'acme', null)).toBe(url));
