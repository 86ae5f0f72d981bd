import { describe, expect, it } from 'vitest';
import { hostOf } from './base-url';
import { isOfDeployment } from './deployment';

describe('a page belongs to the deployment', () => {
  it.each([
    ['os.ibl.ai', 'https://base.manager.iblai.app'],
    ['os.ibl.ai', 'https://api.iblai.app/dm'],
    ['mentorai.iblai.app', 'https://api.iblai.app/dm'],
    ['os.ibl.ai', 'https://docs.ibl.ai/_mock/apis/ibl'],
    ['learn.iblai.app', 'https://base.manager.iblai.app'],
    ['mentorai.iblai.org', 'https://base.manager.iblai.org'],
    ['mentor.iblai.tech', 'https://api.iblai.tech/dm'],
    ['mentor.example.edu', 'https://base.manager.example.edu'],
    ['mentor.example.edu', 'https://api.example.edu/dm'],
    ['mentor.example.edu', 'https://mentor.example.edu/dm'],
    ['Mentor.Example.Edu.', 'https://example.edu/api'],
    ['mentor.ai.example.ac.uk', 'https://api.ai.example.ac.uk'],
    ['mentor.example.ac.uk', 'https://api.example.ac.uk'],
    ['127.0.0.1', 'http://127.0.0.1:8080'],
    ['localhost', 'http://localhost:8080'],
  ])('of %s: %s', (host, baseUrl) => expect(isOfDeployment(host, baseUrl)).toBe(true));

  it.each([
    ['mentor.example.edu', 'https://base.manager.iblai.app'],
    ['os.ibl.ai', 'https://base.manager.example.edu'],
    ['mentorai.iblai.org', 'https://base.manager.iblai.app'],
    ['mentor.iblai.tech', 'https://base.manager.iblai.org'],
    ['mentor.example.edu', 'https://base.manager.other.edu'],
    ['mentor.example.edu', 'https://evil-example.edu'],
    ['mentor.example.edu', 'https://example.edu.evil.test'],
    // `edu` and `ac.uk` are shared by many owners.
    ['example.edu', 'https://base.manager.other.edu'],
    ['example.ac.uk', 'https://base.manager.other.ac.uk'],
    ['10.0.0.1', 'https://9.0.0.1'],
    ['os.ibl.ai.evil.test', 'https://base.manager.iblai.app'],
    ['', 'https://base.manager.iblai.app'],
    ['os.ibl.ai', 'no URL'],
  ])('not of %s: %s', (host, baseUrl) => expect(isOfDeployment(host, baseUrl)).toBe(false));
});

it('a base is named by its host', () => {
  expect(hostOf('https://api.iblai.app/dm')).toBe('api.iblai.app');
  expect(hostOf('none')).toBe('none');
});
