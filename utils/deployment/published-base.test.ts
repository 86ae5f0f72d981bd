import { describe, expect, it } from 'vitest';
import { mayOffer, publishedBase } from './published-base';

describe('the base that an app publishes', () => {
  it.each<[string, unknown, string | null]>([
    [
      'JSON',
      'window.__ENV__ = {"NEXT_PUBLIC_API_BASE_URL":"https://api.iblai.app/","A":"b"};',
      'https://api.iblai.app/dm',
    ],
    [
      'JavaScript',
      "window.__ENV__ = {\n  NEXT_PUBLIC_API_BASE_URL: '',\n  NEXT_PUBLIC_PLATFORM_BASE_DOMAIN: 'example.edu',\n}",
      'https://base.manager.example.edu',
    ],
    ['neither name', 'window.__ENV__ = {"OTHER":"x"}', null],
    ['empty values', 'window.__ENV__={"NEXT_PUBLIC_PLATFORM_BASE_DOMAIN":"undefined"}', null],
    ['plain http', 'window.__ENV__={"NEXT_PUBLIC_API_BASE_URL":"http://api.iblai.app"}', null],
    ['credentials', 'window.__ENV__={"NEXT_PUBLIC_API_BASE_URL":"https://a:b@x.edu"}', null],
    ['a script', 'window.__ENV__={"NEXT_PUBLIC_API_BASE_URL":"javascript:alert(1)"}', null],
    ['another name', 'window.__ENV__={"XNEXT_PUBLIC_API_BASE_URL":"https://x.edu"}', null],
    ['no text', { NEXT_PUBLIC_API_BASE_URL: 'https://x.edu' }, null],
  ])('%s', (_name, env, expected) => expect(publishedBase(env)).toBe(expected));
});

describe('a base is offered', () => {
  it.each([
    ['mentor.example.edu', 'https://base.manager.example.edu'],
    ['mentor.example.edu', 'https://api.example.edu/dm'],
    ['mentor.example.edu', 'https://example.edu'],
    ['mentor.example.edu', 'https://api.iblai.app/dm'],
    ['os.ibl.ai', 'https://api.iblai.app/dm'],
    ['ai.example.com', 'https://base.manager.example.com'],
    ['example.edu', 'https://api.example.edu'],
  ])('on %s: %s', (host, base) => expect(mayOffer(host, base)).toBe(true));

  it.each([
    ['mentor.example.edu', 'https://collector.example.net'],
    ['mentor.example.edu', 'https://example.edu.evil.net'],
    ['mentor.example.edu', 'https://evilexample.edu'],
    ['example.edu', 'https://other.edu'],
    ['os.ibl.ai', 'https://api.example.edu'],
    ['10.0.0.1', 'https://10.7.0.1'],
    ['uni.ac.uk', 'https://api.ac.uk'],
    ['x.github.io', 'https://api.github.io'],
    ['foo.co.uk', 'https://base.manager.co.uk'],
    ['mentor.example.com', 'https://collector.example.com'],
    ['', 'https://api.example.edu'],
    ['mentor.example.edu', 'no URL'],
  ])('not on %s: %s', (host, base) => expect(mayOffer(host, base)).toBe(false));
});
