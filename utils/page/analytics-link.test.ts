import { expect, it } from 'vitest';
import { analyticsUrl } from './analytics-link';

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
